import { closest } from 'fastest-levenshtein';
import { UsageError } from '../usage-error.ts';
import { contentOf, responsesOf, successOf, type VendorOperation } from './operations.ts';
import { propertiesOf } from './properties.ts';
import type { Source } from './source.ts';

export const kinds = ['update', 'create', 'read', 'list', 'delete'] as const;

export type Kind = (typeof kinds)[number];

/** What is imported: an update, and what else there is to do with the same user. */
export type Cut = { readonly [Name in Kind]?: VendorOperation } & { readonly update: VendorOperation };

/** The operations of a name, or of a method and a path. @throws {UsageError} with the nearest name, and the way out. */
const operationNamed = (operations: readonly VendorOperation[], given: string, kind: Kind): VendorOperation => {
  const isMeant = ({ name, method, path }: VendorOperation) =>
    name === given || `${method.toUpperCase()} ${path}` === given;
  const found = operations.find(isMeant);
  if (found) return found;
  const nearest = closest(
    given,
    operations.map(({ name }) => name),
  );
  const flag = kind === 'list' ? 'list-with' : kind;
  const way = kind === 'update' ? '--list shows what may be meant.' : `--${flag} none leaves it out.`;
  throw new UsageError(`The document has no operation ${given}; did you mean ${nearest}? ${way}`);
};

const overlap = (source: Source, one: VendorOperation, other: VendorOperation): number => {
  const names = (operation: VendorOperation) =>
    Object.keys(propertiesOf(source, contentOf(source, operation.node.requestBody)?.media.schema));
  const [mine, theirs] = [names(one), new Set(names(other))];
  return mine.filter((name) => theirs.has(name)).length / Math.max(mine.length, 1);
};

const plain = (path: string): string => path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');

/** The create, the read, the list and the delete of what an update changes: by their paths, or as flags name them. */
export const chooseOperations = (
  source: Source,
  operations: readonly VendorOperation[],
  named: { readonly [Name in Kind]?: string | undefined },
): Cut => {
  const update = operationNamed(operations, named.update ?? '', 'update');
  const item = plain(update.path);
  const collection = item.replace(/(\/\{\})*$/, '');
  const byPath = (method: string, path: string) =>
    operations.find((each) => each.method === method && plain(each.path) === path && each !== update);
  const holdsBody = (operation: VendorOperation | undefined) =>
    operation && contentOf(source, successOf(source, operation)?.[1]) ? operation : undefined;
  /** What stands beside an update that is called so: `/user/create` beside `/user/update`. */
  const beside = (...verbs: readonly string[]) => {
    const paths = verbs.map((verb) => update.path.replace(/(?<=\/)update(?![a-z])/, verb));
    return operations.find(({ path }) => path !== update.path && paths.includes(path));
  };
  const found: { [Name in Kind]?: VendorOperation | undefined } = {
    create:
      byPath('post', collection) ??
      beside('create', 'add') ??
      operations
        .filter(({ method, path }) => method === 'post' && !path.includes('{'))
        .flatMap((each) => (each === update ? [] : [{ each, share: overlap(source, update, each) }]))
        .filter(({ share }) => share > 0.7)
        .toSorted((one, other) => other.share - one.share)[0]?.each,
    read: holdsBody(byPath('get', item) ?? beside('get', 'retrieve')),
    list: collection === item ? undefined : holdsBody(byPath('get', collection)),
    delete: byPath('delete', item) ?? beside('delete', 'remove'),
  };
  const chosen = kinds.map((kind) => {
    const name = named[kind];
    if (name === 'none') return [kind, undefined];
    return [kind, name === undefined ? found[kind] : operationNamed(operations, name, kind)];
  });
  const cut = { ...Object.fromEntries(chosen.filter(([, operation]) => operation)), update } as Cut;
  for (const operation of Object.values(cut))
    if (Object.keys(responsesOf(source, operation)).length === 0)
      source.fail(operation.node, `${operation.name} has no responses.`);
  return cut;
};
