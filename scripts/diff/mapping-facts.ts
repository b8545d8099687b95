import type { Fact, Facts } from './facts.ts';
import type { MappedAction, MappedRow, MappedRows, Mapping, Tried } from './mapping.ts';
import type { FactKind } from './meanings.ts';

type Way = 'write' | 'read';

/** What becomes of each sample, by its name. */
const outcomesOf = (tried: Tried, samples: readonly unknown[]): [sample: string, outcome: string][] =>
  Object.entries(tried).flatMap(([part, found]): [string, string][] => {
    if (typeof found === 'string') return [[part, found]];
    const listed = Object.entries(found).flatMap(([outcome, list]) =>
      list === 'all others' ? [] : list.map((sample): [string, string] => [JSON.stringify(sample), outcome]),
    );
    const rest = Object.keys(found).find((outcome) => found[outcome] === 'all others') ?? '';
    const byName = new Map([...samples.map((sample): [string, string] => [JSON.stringify(sample), rest]), ...listed]);
    return [...byName].map(([sample, outcome]) => [`${part} ${sample}`, outcome]);
  });

/** What a row of one kind says; rows of two kinds have nothing to compare. */
const rowFacts = (name: string, row: MappedRow, way: Way, { codecs, samples }: Mapping): Facts => {
  const { clears = [], omitted, value, codec: key = '' } = row;
  const codec = Object.hasOwn(codecs, key) ? codecs[key] : undefined;
  const [words, at] = [{ name }, `#${name}`];
  const fact = (is: FactKind, value: unknown): Fact => ({ is, value, words, at });
  const outcomes = codec ? outcomesOf(codec[way], samples) : [];
  const tried = Object.fromEntries(
    outcomes.map(([sample, outcome]) => [`sample ${sample}`, fact(way === 'write' ? 'written' : 'read', outcome)]),
  );
  if (way === 'read') return tried;
  return {
    ...tried,
    // Its name counts where it treats all samples alike, and its number never.
    ...(codec && { [`codec ${JSON.stringify(outcomes)}`]: fact('codec', key.replace(/ \d+$/, '')) }),
    ...Object.fromEntries(clears.map((field) => [`clears ${field}`, fact('clearing', true)])),
    ...(omitted !== undefined && { omitted: fact('omitted', omitted) }),
    ...(codec?.loss !== undefined && { loss: fact('loss', codec.loss) }),
    ...(value !== undefined && { value: fact('value', value) }),
  };
};

const tableFacts = (rows: MappedRows, way: Way, mapping: Mapping): Facts => {
  const [fieldKind, rowKind] =
    way === 'write' ? (['sentField', 'sentRow'] as const) : (['readField', 'readRow'] as const);
  const fields = Object.entries(rows).flatMap(([property, row]) =>
    (row.fields ?? []).map((field): [string, Fact] => [
      `${way} field ${field}`,
      { is: fieldKind, value: property, words: { name: field } },
    ]),
  );
  const facts = Object.entries(rows).map(([name, row]): [string, Fact] => {
    const own: Fact = { is: 'part', below: rowFacts(name, row, way, mapping) };
    return [
      `${way} ${name}`,
      { is: rowKind, value: row.is, words: { name }, at: `#${name}`, below: { [row.is]: own } },
    ];
  });
  return Object.fromEntries([...fields, ...facts]);
};

/** What one action of a mapping says. */
export const actionFact = ({ operation, rows, answer }: MappedAction, mapping: Mapping): Fact => ({
  is: 'part',
  below: {
    operation: { is: 'operation', value: operation },
    ...tableFacts(rows, 'write', mapping),
    ...tableFacts(answer, 'read', mapping),
  },
});
