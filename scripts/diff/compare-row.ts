import { isDeepStrictEqual } from 'node:util';
import type { Finding } from './change.ts';
import type { Decision } from './decisions.ts';
import type { MappedRow } from './mapping.ts';

const kindOf = (outcome: string): string => outcome.split(' ', 1)[0] ?? '';

/** What became of one sample. */
const decideWriting = (before: string, after: string): Decision | undefined => {
  if (before === after) return undefined;
  const [was, is] = [kindOf(before), kindOf(after)];
  if (was === 'wire') return is === 'wire' ? 'codec-writes' : 'codec-refuses';
  return is === 'wire' ? 'codec-accepts' : 'codec-says';
};

const isNothing = (outcome: string): boolean => outcome === 'nothing' || outcome === '[]' || outcome === 'throws';

const decideReading = (before: string, after: string): Decision | undefined => {
  if (before === after) return undefined;
  return isNothing(before) && !isNothing(after) ? 'reading-gained' : 'reading-changed';
};

const words: Partial<Record<Decision, string>> = {
  'codec-writes': 'writes samples in another form',
  'codec-refuses': 'refuses samples that it took',
  'codec-accepts': 'takes samples that it refused',
  'codec-says': 'refuses samples in other words',
  'reading-gained': 'reads samples that it did not understand',
  'reading-changed': 'reads samples as something else',
};

/** The samples that both versions were tried with. */
const compareSamples = (before: MappedRow, after: MappedRow, way: 'writes' | 'reads'): Decision[] => {
  const decide = way === 'writes' ? decideWriting : decideReading;
  return Object.entries(after[way]).flatMap(([sample, is]) => {
    const was = before[way][sample];
    return (was !== undefined && decide(was, is)) || [];
  });
};

const compareClearing = (before: MappedRow, after: MappedRow): Decision[] => [
  ...(before.clears.some((field) => !after.clears.includes(field)) ? ['clearing-lost' as const] : []),
  ...(after.clears.some((field) => !before.clears.includes(field)) ? ['clearing-gained' as const] : []),
];

const facts: Readonly<Record<'omitted' | 'loss' | 'value', { decision: Decision; what: string }>> = {
  omitted: { decision: 'omission-changed', what: 'leaving it out comes to something else' },
  loss: { decision: 'loss-changed', what: 'declares another loss' },
  value: { decision: 'constant-changed', what: 'is another value' },
};

/** How one property is filled, or read, in two versions. That a field comes or goes is not told here. */
export const compareRow = (
  name: string,
  before: MappedRow | undefined,
  after: MappedRow,
  way: 'writes' | 'reads',
): Finding[] => {
  if (!before) return [];
  const finding = (decision: Decision, what: string): Finding => ({ decision, what: `${name} ${what}`, at: name });
  if (before.is !== after.is) {
    const writing = before.is === 'native' ? 'native-lost' : 'row-changed';
    const decision = way === 'reads' ? 'reading-changed' : writing;
    // That the fields of such a row are lost is told with the fields.
    return before.is === 'fields' && after.is === 'native'
      ? []
      : [finding(decision, `${way === 'reads' ? 'in answers ' : ''}was ${before.is} and is ${after.is}`)];
  }
  const found = new Set(compareSamples(before, after, way));
  const isRenamed = before.codec !== after.codec && found.size === 0 && before.codec !== undefined;
  return [
    ...[...found].map((decision) => finding(decision, words[decision] ?? '')),
    ...(isRenamed && way === 'writes'
      ? [finding('codec-renamed', `has the codec ${after.codec}, not ${before.codec}`)]
      : []),
    ...(way === 'reads'
      ? []
      : [
          ...compareClearing(before, after).map((decision) =>
            finding(decision, decision === 'clearing-lost' ? 'is not cleared by null' : 'is cleared by null'),
          ),
          ...(['omitted', 'loss', 'value'] as const)
            .filter((key) => !isDeepStrictEqual(before[key], after[key]))
            .map((key) => finding(facts[key].decision, facts[key].what)),
        ]),
  ];
};
