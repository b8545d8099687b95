import type { JsonObject } from '@amend/compiler/read';
import { withUnsent } from './always-answered.ts';
import { type Answer, answerOf } from './answers.ts';
import { type Body, bodyOf } from './bodies.ts';
import { type Cut, type Kind, kinds } from './choose.ts';
import type { Flatten } from './create-flattener.ts';
import { findRecord, idNames } from './find-record.ts';
import type { Drop } from './flatten.ts';
import { mapAt, mapsAt } from './json.ts';
import { nounOf } from './name-operation.ts';
import { contentOf, successOf, type VendorOperation } from './operations.ts';
import { identifier } from './parameters.ts';
import { namesBelow } from './properties.ts';
import type { Source } from './source.ts';
import { uniteSchemas } from './unite-schemas.ts';

/** An operation of the cut, with its bodies as they will be sent and answered. */
export interface Part {
  readonly kind: Kind;
  readonly vendor: VendorOperation;
  readonly answer: Answer;
  readonly body?: Body | undefined;
}

/** What the operations of a cut say of one user. */
export interface UserParts {
  readonly parts: readonly Part[];
  /** The schema of `User`: all that any answer shows, of which that is required which all require. */
  readonly user: JsonObject;
  /** The property of `User` that calls name it by, and the parameter of the vendor's paths that does. */
  readonly id: string;
  readonly parameter: string;
}

/** The users of a cut. @throws {UsageError} if no answer shows one with an id. */
export const userPartsOf = (
  source: Source,
  cut: Cut,
  flatten: Flatten,
  named: string | undefined,
  drop: Drop,
): UserParts => {
  const { update } = cut;
  const noun = nounOf(update.path);
  const parameter = update.path.match(/[^{}]+(?=\})/g)?.at(-1) ?? 'id';
  const ids = named === undefined ? idNames(noun, parameter) : [named];
  const fields = new Set(namesBelow(source, contentOf(source, update.node.requestBody)?.media.schema));
  const found = kinds.flatMap((kind): Part[] => {
    const vendor = cut[kind];
    if (!vendor) return [];
    // What only names a user has a body where no path does.
    const isSent = kind === 'update' || kind === 'create' || vendor.method === 'post';
    const body = isSent ? bodyOf(source, vendor, flatten, drop) : undefined;
    return [{ kind, vendor, body, answer: answerOf(source, vendor, flatten, { fields, ids }, drop) }];
  });
  for (const { kind, vendor, answer } of found) {
    const { schema = {}, record } = answer;
    const alternatives = [schema, ...Object.values(mapAt(schema, 'properties'))].flatMap((each) =>
      mapsAt(each, 'anyOf'),
    );
    const isHidden = alternatives.some((each) => findRecord(each, fields, ids));
    if ((kind === 'read' || kind === 'update') && !record && isHidden)
      source.fail(
        successOf(source, vendor)?.[1],
        `What ${vendor.name} answers may be a user, or no object at all; --drop what it may be besides.`,
      );
  }
  // What is updated may be a part of a user (`/users/{id}/profile`), whom the path above shows.
  const isAbout = ({ vendor }: Part): boolean =>
    nounOf(vendor.path) === noun || update.path.startsWith(`${vendor.path}/`);
  const showing = found.filter((part) => part.answer.record && isAbout(part));
  const main = showing.find(({ kind }) => kind === 'read') ?? showing[0];
  const record = main?.answer.record;
  if (!record)
    return source.fail(
      update.node,
      `No answer shows a user with ${named ?? 'an id'}; name the operation that reads one, as in --read get${noun}, or the property that calls name it by, as in --id reference.`,
    );
  const { body } = found.find(({ kind }) => kind === 'update') ?? {};
  if (!update.path.includes('{') && !mapAt(body?.schema, 'properties')[record.id])
    source.fail(
      update.node,
      `Neither the path of ${update.name} nor its body says by ${record.id} who is meant; choose another operation.`,
    );
  const names = Object.keys(mapAt(record.schema, 'properties'));
  const isUser = (part: Part): boolean => {
    const { kind, answer } = part;
    const others = Object.keys(mapAt(answer.record?.schema, 'properties'));
    const shared = others.filter((name) => names.includes(name)).length;
    const isSame = kind !== 'delete' && isAbout(part) && answer.record?.id === record.id;
    return isSame && shared * 2 >= Math.min(others.length, names.length);
  };
  const parts = found.map((part): Part => {
    if (isUser(part)) return part;
    const { record: _, ...answer } = part.answer;
    return { ...part, answer };
  });
  const united = uniteSchemas(parts.flatMap(({ answer }) => (answer.record ? [answer.record.schema] : [])));
  if (Object.keys(mapAt(united, 'properties')).length === 0)
    source.fail(
      main && successOf(source, main.vendor)?.[1],
      'The user in this answer may be an object or something else, so nothing of it can be named; --drop what it may be besides.',
    );
  const isMade = ({ kind }: Part): boolean => kind === 'create' || kind === 'update';
  const bodies = parts.flatMap((part) => (part.body && isMade(part) ? [part.body.schema] : []));
  const unsent = withUnsent(united, bodies);
  const properties = mapAt(unsent, 'properties');
  const id = identifier(record.id, mapAt(united, 'properties', record.id), update.path);
  const user = { ...unsent, properties: { ...properties, [record.id]: id } };
  return { parts, user, id: record.id, parameter };
};
