import type { JsonObject } from '@amend/compiler/read';
import { type Answer, answerOf, responseFor } from './answers.ts';
import { bodyOf } from './bodies.ts';
import { type BranchRule, branchRules } from './branch-rules.ts';
import { type Cut, type Kind, kinds } from './choose.ts';
import { type ErrorSchemas, errorsFor } from './errors.ts';
import { createFlattener, type Drop } from './flatten.ts';
import { listAt, mapAt, textAt } from './json.ts';
import { nounOf } from './name-operation.ts';
import { contentOf, type VendorOperation } from './operations.ts';
import { parametersFor } from './parameters.ts';
import { namesBelow } from './properties.ts';
import { chooseSecurity } from './security.ts';
import { serversOf } from './servers.ts';
import type { Source } from './source.ts';
import { uniteSchemas } from './unite-schemas.ts';

/** A contract of which only decisions are missing. */
export interface Draft {
  readonly document: JsonObject;
  readonly operations: readonly { readonly kind: Kind; readonly id: string; readonly vendor: VendorOperation }[];
  /** The component that is the body of the update. */
  readonly bodyName: string;
  /** The property of `User` that calls name it by. */
  readonly id: string;
  /** Rules that the document states by itself. */
  readonly stated: ReadonlyMap<string, BranchRule>;
}

export interface DraftOptions {
  readonly provider: string;
  readonly server?: string | undefined;
  readonly security?: string | undefined;
  readonly key?: string | undefined;
}

const verbs: Record<Kind, string> = { update: 'update', create: 'create', read: 'get', list: 'list', delete: 'delete' };

const sentences: Record<Kind, string> = {
  update: 'Changes a user.',
  create: 'Adds a user.',
  read: 'Returns a user.',
  list: 'Returns users.',
  delete: 'Deletes a user.',
};

const licenseOf = (source: Source): JsonObject => {
  const { name, url, identifier } = mapAt(source.root, 'info', 'license');
  if (typeof url === 'string' && /^https?:/.test(url)) return { name: name ?? url, url };
  return { name: typeof name === 'string' ? name : 'Not stated', identifier: identifier ?? 'NOASSERTION' };
};

const requiredOf = (schema: JsonObject): string[] => listAt(schema, 'required').map(String);

const firstLine = (text: string | undefined): string | undefined =>
  text
    ?.trim()
    .split(/\n|(?<=\.)\s/)[0]
    ?.trim() || undefined;

/** Everything that can be told without a person. @throws {UsageError} in one line, with file and place. */
export const draftOf = (
  source: Source,
  cut: Cut,
  options: DraftOptions,
  fact: JsonObject,
  depth: number,
  tell: Drop,
): Draft => {
  const { flatten, originOf } = createFlattener(source, tell, depth);
  const drop: Drop = (node, what) => tell(originOf(node) ?? node, what);
  const { update } = cut;
  const noun = nounOf(update.path);
  const parameter = update.path.match(/[^{}]+(?=\})/g)?.at(-1) ?? 'id';
  const media = contentOf(source, update.node.requestBody)?.media;
  const fields = new Set(namesBelow(source, media?.schema));
  const present = kinds.flatMap((kind) => {
    const vendor = cut[kind];
    if (!vendor) return [];
    const answer = kind === 'delete' ? undefined : answerOf(source, vendor, flatten, { fields, noun, parameter }, drop);
    const body = kind === 'update' || kind === 'create' ? bodyOf(source, vendor, flatten, drop) : undefined;
    return [{ kind, vendor, answer, body, id: verbs[kind] + nounOf(vendor.path) + (kind === 'list' ? 's' : '') }];
  });
  const main =
    present.find(({ kind, answer }) => kind === 'read' && answer?.record) ??
    present.find(({ answer }) => answer?.record);
  const record = main?.answer?.record;
  if (!record)
    return source.fail(
      update.node,
      `No answer shows a user with an id; name the operation that reads one, as in --read get${noun}.`,
    );
  const names = Object.keys(mapAt(record.schema, 'properties'));
  const isUser = ({ record: other }: Answer, { path }: VendorOperation): boolean => {
    if (nounOf(path) !== noun) return false;
    const others = Object.keys(mapAt(other?.schema, 'properties'));
    return (
      other?.id === record.id &&
      others.filter((name) => names.includes(name)).length * 2 >= Math.min(others.length, names.length)
    );
  };
  const answers = present.map(({ answer, vendor }): Answer | undefined => {
    if (!answer || isUser(answer, vendor)) return answer;
    const { record: _, ...other } = answer;
    return other;
  });
  const user: JsonObject = {
    description: `A user of ${options.provider}.`,
    ...uniteSchemas(answers.flatMap((answer) => (answer?.record ? [answer.record.schema] : []))),
    'x-source': fact,
  };
  const errorSchemas: ErrorSchemas = new Map();
  const schemas: JsonObject = {};
  const paths: JsonObject = {};
  present.forEach(({ kind, vendor, id, body }, index) => {
    const answer = answers[index] ?? { status: '200', description: 'It succeeded.', given: [] };
    const bodyName = `${nounOf(vendor.path)}${kind === 'update' ? 'Update' : 'Create'}`;
    if (body) schemas[bodyName] = { ...body.schema, 'x-source': fact };
    const { path, parameters } = parametersFor(source, vendor, flatten, { parameter, id: record.id }, drop);
    const marks = [...(answer.record?.way ?? []), record.id, ...requiredOf(user)].filter((name) => name !== '*');
    const deleted = kind === 'delete' ? { '204': { description: 'It is deleted.', 'x-source': fact } } : undefined;
    const said = textAt(vendor.node, 'description')?.trim() || sentences[kind];
    const operation: JsonObject = {
      operationId: id,
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
              schema: { $ref: `#/components/schemas/${bodyName}` },
              examples: Object.fromEntries(
                body.examples.map(([name, value]) => [name, { summary: 'A request', value }]),
              ),
            },
          },
        },
      }),
      responses: {
        ...(deleted ?? responseFor(answer, user, record.id, fact)),
        ...errorsFor(source, vendor, flatten, marks, errorSchemas, fact, drop),
      },
    };
    paths[path] = { ...mapAt(paths, path), [vendor.method]: operation };
  });
  for (const { name, schema } of errorSchemas.values()) schemas[name] = schema;
  const { schemes, security } = chooseSecurity(source, cut, options, drop);
  const info = mapAt(source.root, 'info');
  const title = textAt(info, 'title')?.trim() || options.provider;
  return {
    document: {
      openapi: '3.1.0',
      info: {
        title: `${title}, users`,
        version: String(info.version ?? '1'),
        summary: `The users of ${options.provider}.`,
        description: firstLine(textAt(info, 'description')) ?? `Made from the provider's own document, ${title}.`,
        license: licenseOf(source),
        'x-source': fact,
      },
      servers: serversOf(source, options.server).map((server) => ({ ...server, 'x-source': fact })),
      security,
      tags: [{ name: 'Users', description: 'Who has an account.' }],
      paths,
      components: {
        securitySchemes: Object.fromEntries(
          Object.entries(schemes).map(([name, scheme]) => [name, { ...(scheme as JsonObject), 'x-source': fact }]),
        ),
        schemas: { User: user, ...schemas },
      },
    },
    operations: present.map(({ kind, id, vendor }) => ({ kind, id, vendor })),
    bodyName: `${noun}Update`,
    id: record.id,
    stated: branchRules(source, mapAt(media, 'schema')),
  };
};
