import type { Status } from '@amend/contract';
import type { Node } from './pair-nodes.ts';

/** What two versions of a rule say of one thing: a status, a kind in a status, a word, or a key. */
export interface Said {
  readonly of: string;
  readonly was?: string;
  readonly is?: string;
}

export const statuses: readonly Status[] = ['unverified', 'verified'];

const allowed = 'may be sent';
const locked = 'locked';

/** The sign of each word that has one. */
export const marks: Readonly<Record<string, string>> = { [allowed]: '✓', [locked]: '✗' };

const perStatus = (when: readonly string[], kind = ''): [string, string][] =>
  [...new Set([...statuses, ...when])].map((status) => [`${kind}${status}`, when.includes(status) ? allowed : locked]);

interface Kinds {
  readonly property: string;
  readonly kinds: Readonly<Record<string, readonly string[]>>;
}

interface Event {
  readonly statuses?: Readonly<Record<string, string>>;
}

interface Words {
  readonly property: string;
  readonly [meaning: string]: readonly string[] | string;
}

const tellers: Readonly<Record<string, (value: never) => [of: string, words: string][]>> = {
  'x-event': ({ statuses: words = {}, ...places }: Event) => Object.entries({ ...places, ...words }),
  'x-updatable': (when: readonly string[]) => perStatus(when),
  'x-updatable-items': ({ property, kinds }: Kinds) => [
    ['kinds told by', property],
    ...Object.entries(kinds).flatMap(([kind, when]) => perStatus(when, `${kind}, `)),
  ],
  'x-verification': ({ property, ...words }: Words) => [
    ['status told by', property],
    ...Object.entries(words).flatMap(([meaning, list]) =>
      [list].flat().map((word): [string, string] => [word, meaning]),
    ),
  ],
};

const tell = (rule: Node): Map<string, string> =>
  new Map(
    Object.entries(rule).flatMap(([key, value]) => {
      const words = typeof value === 'string' ? value : JSON.stringify(value);
      return Object.hasOwn(tellers, key) ? (tellers[key]?.(value as never) ?? []) : [[key, words] as const];
    }),
  );

/** What differs between two versions of a rule; of a field always both statuses. */
export const sayRules = (before: Node = {}, after: Node = {}): Said[] => {
  const [had, has] = [tell(before), tell(after)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((of): Said[] => {
    // What only one version names is locked in the other.
    const isWord = [had.get(of), has.get(of)].includes(allowed) && !of.includes(', ');
    const other = (version: Map<string, string>) => (isWord && version.has('unverified') ? locked : undefined);
    const [was, is] = [had.get(of) ?? other(had), has.get(of) ?? other(has)];
    if (was === is && !statuses.some((status) => status === of)) return [];
    return [{ of, ...(was !== undefined && { was }), ...(is !== undefined && { is }) }];
  });
};
