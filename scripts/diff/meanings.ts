import type { Retry } from '@amend/contract';
import type { Decision } from './decisions.ts';

/** What it means that only one of two versions says something, or that they say it differently. */
export interface Meaning {
  readonly come?: Decision;
  readonly gone?: Decision;
  readonly changed?: Decision | ((was: never, is: never) => readonly Decision[]);
}

const alike = (decision: Decision): Meaning => ({ come: decision, gone: decision, changed: decision });

/** In which a request may not be sent again: in none, with some properties, or always. */
const unsafeWith = (retry: Retry): readonly string[] | 'always' => {
  if (typeof retry === 'object') return 'idempotentUnless' in retry ? retry.idempotentUnless : [];
  return retry === 'never' ? 'always' : [];
};

const isCovered = (some: readonly string[] | 'always', all: readonly string[] | 'always'): boolean =>
  all === 'always' || (some !== 'always' && some.every((name) => all.includes(name)));

const retryChanged = (before: Retry, after: Retry): readonly Decision[] => {
  const [was, is] = [unsafeWith(before), unsafeWith(after)];
  const found = [
    ...(isCovered(is, was) ? [] : ['retried-less' as const]),
    ...(isCovered(was, is) ? [] : ['retried-more' as const]),
  ];
  return found.length > 0 ? found : ['retry-reworded'];
};

const isKnown = (meaning: string): boolean => meaning === 'verified' || meaning === 'unverified';

const wordChanged = (was: string, is: string): readonly Decision[] => {
  if (isKnown(was)) return [isKnown(is) ? 'word-changed-sides' : 'word-became-unknown'];
  return [isKnown(is) ? 'word-became-known' : 'word-stays-unknown'];
};

/** That the fields of such a row are lost is told with the fields. */
const losesFields = (was: string, is: string): boolean => was === 'fields' && is === 'native';

const isWritten = (outcome: string): boolean => !/^(refused: |missing: |throws$)/.test(outcome);
const isRead = (outcome: string): boolean => !/^(nothing|throws)$/.test(outcome);

const table = {
  /** What only holds others. */
  part: {},

  export: { gone: 'export-removed' },
  server: { changed: 'default-server-changed' },

  rules: { gone: 'rules-removed' },
  undocumented: { come: 'rules-undocumented', gone: 'rules-documented' },
  field: { gone: 'left-body' },
  role: { changed: 'role-changed' },
  allowed: { come: 'unlocked', gone: 'locked' },
  toldBy: { changed: 'kinds-told-otherwise' },
  kind: { come: 'kind-added', gone: 'kind-removed' },
  effect: { come: 'effect-added', gone: 'effect-removed' },

  update: { changed: (_: string, is: string) => [is === 'replacement' ? 'now-replaces' : 'now-partial'] },
  pathParameters: { changed: 'path-parameters-changed' },
  success: { come: 'success-added' },
  nextCall: { come: 'call-demanded', gone: 'call-dropped', changed: 'call-replaced' },
  retry: { changed: retryChanged },

  status: { come: 'verification-added', gone: 'verification-removed', changed: 'status-moved' },
  word: { changed: wordChanged },

  event: {
    changed: (was: string, is: string) => {
      if (was === 'unlisted') return ['event-added'];
      return [is === 'unlisted' ? 'event-removed' : 'event-means-otherwise'];
    },
  },
  eventWord: { changed: 'event-word-changed' },
  place: { come: 'part-placed', gone: 'part-lost', changed: 'part-moved' },

  operation: { changed: 'operation-changed' },
  sentField: { come: 'field-gained', gone: 'field-lost', changed: 'property-moved' },
  sentRow: {
    changed: (was: string, is: string) =>
      losesFields(was, is) ? [] : [was === 'native' ? 'native-lost' : 'row-changed'],
  },
  codec: { changed: 'codec-renamed' },
  written: {
    changed: (was: string, is: string) => {
      if (isWritten(was)) return [isWritten(is) ? 'codec-writes' : 'codec-refuses'];
      return [isWritten(is) ? 'codec-accepts' : 'codec-says'];
    },
  },
  clearing: { come: 'clearing-gained', gone: 'clearing-lost' },
  omitted: alike('omission-changed'),
  loss: alike('loss-changed'),
  value: alike('constant-changed'),
  readField: { come: 'reading-gained', gone: 'reading-lost' },
  readRow: { changed: (was: string, is: string) => (losesFields(was, is) ? [] : ['reading-changed']) },
  read: { changed: (was: string, is: string) => [!isRead(was) && isRead(is) ? 'samples-read' : 'samples-misread'] },
} as const satisfies Record<string, Meaning>;

export type FactKind = keyof typeof table;

/** What is decided of each kind of fact; nothing where a kind is not told by itself. */
export const meanings: Readonly<Record<FactKind, Meaning>> = table;
