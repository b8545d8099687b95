import type { JsonObject } from '@amend/compiler/read';
import { type BranchRule, branchRules } from './branch-rules.ts';
import type { Cut, Kind } from './choose.ts';
import { createFlattener } from './create-flattener.ts';
import { bodyNameOf, idOf, operationFor } from './draft-operation.ts';
import { type Part, userPartsOf } from './draft-user.ts';
import type { ErrorSchemas } from './errors.ts';
import type { Drop } from './flatten.ts';
import { infoOf } from './info.ts';
import { isMap, mapAt, mapValues, textAt } from './json.ts';
import { nounOf } from './name-operation.ts';
import { contentOf, type VendorOperation } from './operations.ts';
import { chooseSecurity } from './security.ts';
import { serversOf } from './servers.ts';
import type { Source } from './source.ts';
import type { DecidedStatus } from './status.ts';

/** A contract of which only decisions are missing. */
export interface Draft {
  readonly document: JsonObject;
  readonly operations: readonly {
    readonly kind: Kind;
    readonly id: string;
    readonly vendor: VendorOperation;
    /** The header that makes a repeated call one call. */
    readonly key?: string | undefined;
  }[];
  /** The component that is the body of the update. */
  readonly bodyName: string;
  /** The property of `User` that calls name it by. */
  readonly id: string;
  /** Rules that the document states by itself. */
  readonly stated: ReadonlyMap<string, BranchRule>;
}

export interface DraftOptions {
  readonly provider: string;
  readonly id?: string | undefined;
  readonly server?: string | undefined;
  readonly security?: string | undefined;
  readonly key?: string | undefined;
  readonly status: DecidedStatus;
}

/** The body of what only names a user says by which property. */
const naming = ({ kind }: Part, id: string, schema: JsonObject): JsonObject =>
  kind === 'create' || kind === 'update'
    ? schema
    : {
        ...schema,
        properties: mapValues(mapAt(schema, 'properties'), (each, name) =>
          name === id && isMap(each) ? { ...each, 'x-role': 'identifier' } : each,
        ),
      };

/** Everything that can be told without a person. @throws {UsageError} in one line, with file and place. */
export const draftOf = (
  source: Source,
  cut: Cut,
  options: DraftOptions,
  fact: JsonObject,
  depth: number,
  tell: Drop,
): Draft => {
  const flattener = createFlattener(source, tell, depth);
  const { flatten, originOf } = flattener;
  const drop: Drop = (node, what) => tell(originOf(node) ?? node, what);
  const users = userPartsOf(source, cut, flattener, options.id, drop);
  const { schemes, security } = chooseSecurity(source, cut, options, drop);
  const signing = new Set(Object.values(schemes).flatMap((scheme) => textAt(scheme, 'name')?.toLowerCase() ?? []));
  const errors: ErrorSchemas = new Map();
  const operations: Draft['operations'][number][] = [];
  const parameters: JsonObject = {};
  const bodies: JsonObject = {};
  const paths: JsonObject = {};
  for (const part of users.parts) {
    const made = operationFor(source, part, users, flatten, { errors, signing, status: options.status }, fact, drop);
    const { path, operation, headers, key } = made;
    Object.assign(parameters, headers);
    operations.push({ kind: part.kind, id: idOf(part), vendor: part.vendor, key });
    if (part.body) bodies[bodyNameOf(part)] = { ...naming(part, users.id, part.body.schema), 'x-source': fact };
    paths[path] = { ...mapAt(paths, path), [part.vendor.method]: operation };
  }
  if (source.root.webhooks !== undefined)
    drop(source.root.webhooks, 'the webhooks are left out; x-event in specs/README.md says how one is written');
  const withSource = (node: JsonObject): JsonObject => ({ ...node, 'x-source': fact });
  const body = contentOf(source, cut.update.node.requestBody)?.media.schema;
  return {
    document: {
      openapi: '3.1.0',
      info: withSource(infoOf(source, options.provider)),
      servers: serversOf(source, options.server).map(withSource),
      security,
      tags: [{ name: 'Users', description: 'Who has an account.' }],
      paths,
      components: {
        ...(Object.keys(parameters).length > 0 && { parameters }),
        securitySchemes: mapValues(schemes, (scheme) => withSource(scheme as JsonObject)),
        schemas: {
          User: withSource({ description: `A user of ${options.provider}.`, ...users.user }),
          ...bodies,
          ...Object.fromEntries([...errors.values()].map(({ name, schema }) => [name, schema])),
        },
      },
    },
    operations,
    bodyName: `${nounOf(cut.update.path)}Update`,
    id: users.id,
    stated: branchRules(source, mapAt({ body: body ?? null }, 'body')),
  };
};
