import type { Fact } from './facts.ts';
import type { MappedAction, MappedRow, MappedRows, Mapping, Tried } from './mapping.ts';
import type { FactKind } from './meanings.ts';

type Way = 'write' | 'read';

const kinds = {
  write: { field: 'sentField', row: 'sentRow', sample: 'written' },
  read: { field: 'readField', row: 'readRow', sample: 'read' },
} as const satisfies Record<Way, Record<string, FactKind>>;

/** What becomes of each sample, by its name. */
const outcomesOf = (tried: Tried, samples: readonly unknown[]): [sample: string, outcome: string][] =>
  Object.entries(tried).flatMap(([part, found]): [string, string][] => {
    if (typeof found === 'string') return [[part, found]];
    const rest = Object.keys(found).find((outcome) => found[outcome] === 'all others') ?? '';
    const outcomes = new Map(samples.map((sample) => [JSON.stringify(sample), rest]));
    for (const [outcome, list] of Object.entries(found))
      if (list !== 'all others') for (const sample of list) outcomes.set(JSON.stringify(sample), outcome);
    return [...outcomes].map(([sample, outcome]) => [`${part} ${sample}`, outcome]);
  });

/** What a row says, for others of its kind. */
const rowFacts = (name: string, row: MappedRow, way: Way, { codecs, samples }: Mapping): Fact[] => {
  const { clears = [], omitted, value, codec: key = '' } = row;
  const codec = Object.hasOwn(codecs, key) ? codecs[key] : undefined;
  const fact = (is: FactKind, found: unknown, of = ''): Fact[] =>
    found === undefined ? [] : [{ is, of, value: found, words: { name }, at: `#${name}` }];
  const outcomes = codec ? outcomesOf(codec[way], samples) : [];
  const tried = outcomes.flatMap(([sample, outcome]) => fact(kinds[way].sample, outcome, sample));
  if (way === 'read') return tried;
  return [
    ...tried,
    // Its name counts where it treats all samples alike, and its number never.
    ...fact('codec', codec && key.replace(/ \d+$/, ''), JSON.stringify(outcomes)),
    ...clears.flatMap((field) => fact('clearing', true, field)),
    ...fact('omitted', omitted),
    ...fact('loss', codec?.loss),
    ...fact('value', value),
  ];
};

const tableFacts = (rows: MappedRows, way: Way, mapping: Mapping): Fact[] =>
  Object.entries(rows).flatMap(([name, row]): Fact[] => [
    ...(row.fields ?? []).map(
      (field): Fact => ({ is: kinds[way].field, of: field, value: name, words: { name: field } }),
    ),
    {
      is: kinds[way].row,
      of: name,
      value: row.is,
      words: { name },
      at: `#${name}`,
      below: [{ is: 'part', of: row.is, below: rowFacts(name, row, way, mapping) }],
    },
  ]);

/** What one action of a mapping says. */
export const actionFact = ({ operation, rows, answer }: MappedAction, mapping: Mapping): Fact => ({
  is: 'part',
  below: [
    { is: 'operation', value: operation },
    ...tableFacts(rows, 'write', mapping),
    ...tableFacts(answer, 'read', mapping),
  ],
});
