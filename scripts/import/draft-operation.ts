import type { Json, JsonObject } from '@amend/compiler/read';
import { responseFor } from './answers.ts';
import type { Kind } from './choose.ts';
import type { Part, UserParts } from './draft-user.ts';
import { type ErrorSchemas, errorsFor } from './errors.ts';
import type { Drop } from './flatten.ts';
import { atPath, listAt, mapsAt, textAt } from './json.ts';
import { nounOf } from './name-operation.ts';
import { parametersFor } from './parameters.ts';
import type { Source } from './source.ts';
import type { DecidedStatus } from './status.ts';

const verbs: Record<Kind, string> = { update: 'update', create: 'create', read: 'get', list: 'list', delete: 'delete' };

/** What an operation does, where the vendor does not say. */
const sentences: Record<Kind, string> = {
  update: 'Changes a user.',
  create: 'Adds a user.',
  read: 'Returns a user.',
  list: 'Returns users.',
  delete: 'Deletes a user.',
};

/** A verb and a noun, whatever the vendor calls it. */
export const idOf = ({ kind, vendor }: Part): string =>
  verbs[kind] + nounOf(vendor.path) + (kind === 'list' ? 's' : '');

/** The component that is an operation's body. */
export const bodyNameOf = ({ kind, vendor }: Part): string => {
  const verb = verbs[kind];
  return nounOf(vendor.path) + verb.charAt(0).toUpperCase() + verb.slice(1);
};

export const firstLine = (text: string | undefined): string | undefined => {
  const [line = ''] = (text ?? '').trim().split(/\n|(?<=\.)\s/);
  return line.trim() || undefined;
};

/** What every success of an operation holds, and no error does. */
const marksOf = ({ answer }: Part, { user, id }: UserParts): string[] =>
  [...(answer.record?.way ?? []), id, ...listAt(user, 'required').map(String)].filter((name) => name !== '*');

interface DraftOperation {
  readonly path: string;
  readonly operation: JsonObject;
  /** Components that it refers to. */
  readonly headers: Readonly<Record<string, JsonObject>>;
  readonly key?: string | undefined;
}

/** An operation of a contract, and its path. */
export const operationFor = (
  source: Source,
  part: Part,
  users: UserParts,
  flatten: (schema: Json | undefined) => JsonObject,
  shared: { readonly errors: ErrorSchemas; readonly signing: ReadonlySet<string>; readonly status: DecidedStatus },
  fact: JsonObject,
  drop: Drop,
): DraftOperation => {
  const { kind, vendor, body, answer } = part;
  const names = { parameter: users.parameter, id: users.id, signing: shared.signing };
  const { path, parameters, headers, key } = parametersFor(source, vendor, flatten, names, drop);
  const known = mapsAt({ parameters }, 'parameters').find(({ name }) => name === users.id);
  const showing = { id: users.id, known: atPath(known, ['examples', 'sample', 'value']), status: shared.status };
  const said = textAt(vendor.node, 'description')?.trim() || sentences[kind];
  const operation: JsonObject = {
    operationId: idOf(part),
    summary: firstLine(textAt(vendor.node, 'summary')) ?? sentences[kind].replace('.', ''),
    description: `${said}\n\nThe provider's own name of this operation: ${vendor.name}.`,
    tags: ['Users'],
    'x-source': fact,
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: body.required,
        content: {
          [body.type]: {
            schema: { $ref: `#/components/schemas/${bodyNameOf(part)}` },
            examples: Object.fromEntries(body.examples.map(([name, value]) => [name, { summary: 'A request', value }])),
          },
        },
      },
    }),
    responses: {
      ...responseFor(answer, users.user, showing, fact),
      ...errorsFor(source, vendor, flatten, marksOf(part, users), shared.errors, fact, drop),
    },
  };
  return { path, operation, headers, key };
};
