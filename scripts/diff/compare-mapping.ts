import type { Finding } from './change.ts';
import { compareRow } from './compare-row.ts';
import type { Decision } from './decisions.ts';
import type { MappedAction, MappedRows, Mapping } from './mapping.ts';

const fieldsOf = (rows: MappedRows): Set<string> => new Set(Object.values(rows).flatMap(({ fields }) => fields));

/** The names in one set and not in the other. */
const without = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter((name) => !others.has(name));

const compareFieldSets = (before: MappedRows, after: MappedRows, lost: Decision, gained: Decision): Finding[] => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const [goes, comes] = lost === 'field-lost' ? ['has no row', 'has a row'] : ['is read no more', 'is read'];
  return [
    ...without(was, is).map((field): Finding => ({ decision: lost, what: `${field} ${goes}`, at: '' })),
    ...without(is, was).map((field): Finding => ({ decision: gained, what: `${field} ${comes}`, at: '' })),
  ];
};

const propertyOf = (rows: MappedRows, field: string): string | undefined =>
  Object.keys(rows).find((name) => rows[name]?.fields.includes(field));

const compareProperties = (before: MappedRows, after: MappedRows): Finding[] =>
  [...fieldsOf(after)].flatMap((field): Finding[] => {
    const [from, to] = [propertyOf(before, field), propertyOf(after, field)];
    const what = `${field} is sent as ${to}, not ${from}`;
    return from === undefined || from === to ? [] : [{ decision: 'property-moved', what, at: '' }];
  });

const compareAction = (before: MappedAction, after: MappedAction): Finding[] => [
  ...(before.operation === after.operation
    ? []
    : [
        {
          decision: 'operation-changed',
          what: `The operation is ${after.operation}, not ${before.operation}`,
          at: '',
        } as const,
      ]),
  ...compareFieldSets(before.rows, after.rows, 'field-lost', 'field-gained'),
  ...compareProperties(before.rows, after.rows),
  ...Object.entries(after.rows).flatMap(([name, row]) => compareRow(name, before.rows[name], row, 'writes')),
  ...compareFieldSets(before.answer, after.answer, 'reading-lost', 'reading-gained'),
  ...Object.entries(after.answer).flatMap(([name, row]) => compareRow(name, before.answer[name], row, 'reads')),
];

/** The same difference in several actions, once. */
const merge = (found: readonly { action: string; finding: Finding }[]): Finding[] => {
  const actions = new Map<string, { finding: Finding; names: Set<string> }>();
  for (const { action, finding } of found) {
    const key = `${finding.decision} ${finding.what}`;
    const known = actions.get(key) ?? { finding, names: new Set() };
    actions.set(key, { ...known, names: known.names.add(action) });
  }
  return [...actions.values()].map(({ finding, names }) => ({
    ...finding,
    what: `${[...names].join(', ')}: ${finding.what}`,
    at: finding.at === '' ? '' : `#${finding.at}`,
  }));
};

/** How the mapping of one provider differs: the fields that it takes, and how it writes and reads them. */
export const compareMapping = (provider: string, before: Mapping, after: Mapping): Finding[] => {
  const own = (mapping: Mapping) => Object.keys(mapping).filter((name) => mapping[name]?.provider === provider);
  const [was, is] = [new Set(own(before)), new Set(own(after))];
  return [
    ...without(was, is).map((name): Finding => ({ decision: 'action-removed', what: `${name} is gone`, at: '' })),
    ...without(is, was).map((name): Finding => ({ decision: 'action-added', what: `${name} is new`, at: '' })),
    ...merge(
      [...is].flatMap((action) => {
        const [from, to] = [before[action], after[action]];
        return from && to && was.has(action) ? compareAction(from, to).map((finding) => ({ action, finding })) : [];
      }),
    ),
  ];
};
