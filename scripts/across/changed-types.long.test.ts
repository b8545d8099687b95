import { cellsOf, pages } from '@amend/compiler/testing';
import { statusesOf } from '@amend/contract';
import { expect, test } from 'vitest';
import { changeOf } from './changes.ts';
import { type Change, compile, variantOf } from './compile.ts';
import { operationOf } from './providers.ts';

// What the compiler says if Machnet's contract or its mapping changes: with the real generator and compiler. Whether the
// contract says what the page says is not asked here, but in cells.test.ts.

const table = pages.flatMap(({ tables }) => tables).find(({ body }) => body === 'IndividualUserUpdate');
if (!table) throw new Error('No table is about individuals.');
const operation = await operationOf(table);

/** Whether the contract as it stands lets a property change. */
const isFree = (property: string, kind: string | undefined, status: 'verified' | 'unverified'): boolean => {
  const rule = operation.rules?.properties[property];
  return rule !== undefined && 'updatable' in rule && statusesOf(rule, kind).includes(status);
};

/** One line for each cell of the table that a patch can set; of a list, of a kind that no note freezes. */
const cells = cellsOf(table)
  .map((cell) => ({ ...cell, ...changeOf(operation, cell) }))
  .filter(({ kind, native }) => !native && kind !== 'SSN')
  .map(({ property, kind, status, patch }) => ({
    property,
    status,
    name: `${property}, ${status}`,
    isLocked: !isFree(property, kind, status),
    line: `plan(update, { id: '', status: '${status}', patch: ${JSON.stringify(patch)} });`,
  }));

const head = [
  "import { plan } from './plan.ts';",
  "import { machnetIndividual } from './providers/machnet.ts';",
  'const { update } = machnetIndividual;',
];
const probe = [...head, ...cells.map(({ line }) => line), ''].join('\n');

type ContractChange = NonNullable<Change['contract']>;

const setUpdatable =
  (property: string, statuses: readonly string[]): ContractChange =>
  ({ IndividualUserUpdate }) => {
    Object.assign(IndividualUserUpdate?.properties?.[property] ?? {}, { 'x-updatable': statuses });
  };

/** What is locked once a property has other statuses. */
const lockedWith = (property: string, statuses: readonly string[]): ReadonlySet<string> =>
  new Set(
    cells
      .filter((cell) => (cell.property === property ? !statuses.includes(cell.status) : cell.isLocked))
      .map(({ name }) => name),
  );

const changedCells: [name: string, property: string, statuses: readonly string[]][] = [
  ['email free', 'email', ['unverified', 'verified']],
  ['gender never', 'gender', []],
  ['city locked once verified', 'city', ['unverified']],
  ['country free until verified', 'country', ['unverified']],
  ['documents locked once verified', 'physical_documents', ['unverified']],
];
const cellVariants: [name: string, contract: ContractChange, want: ReadonlySet<string>][] = [
  ['nothing', () => {}, lockedWith('', [])],
  ...changedCells.map(
    ([name, property, statuses]) =>
      [name, setUpdatable(property, statuses), lockedWith(property, statuses)] as (typeof cellVariants)[number],
  ),
];

const withoutLine = (line: string) => (text: string) => {
  if (!text.includes(line)) throw new Error(`The mapping has no line ${line}.`);
  return text.replace(line, '');
};

const changedRows: [name: string, change: Change, named: string][] = [
  ['a deleted row of an individual', { mapping: withoutLine("  gender: field('gender', text),\n") }, 'gender'],
  [
    'a deleted row of a business',
    { mapping: withoutLine("  company_website: field('website', text),\n") },
    'company_website',
  ],
  ['a deleted row of all', { mapping: withoutLine("  zipcode: field('address.postalCode', text),\n") }, 'zipcode'],
  ['a deleted row of an answer', { mapping: withoutLine('  created_at: native,\n') }, 'created_at'],
  [
    'a row for what is no property',
    { mapping: (text) => text.replace('  gender: field', '  shoe_size: native,\n  gender: field') },
    'shoe_size',
  ],
  ['a new property of a body', { contract: addProperty('IndividualUserUpdate') }, 'shoe_size'],
  ['a new property of an answer', { contract: addProperty('User') }, 'shoe_size'],
  [
    'a property that is gone',
    {
      contract: ({ IndividualUserUpdate }) => {
        delete IndividualUserUpdate?.properties?.occupation;
      },
    },
    'occupation',
  ],
];

const changes = [...cellVariants.map(([, contract]) => ({ contract })), ...changedRows.map(([, change]) => change)];
const compiled = compile(
  await Promise.all(changes.map(async (change) => ({ ...(await variantOf(change)), 'probe.ts': probe }))),
);
/** The errors of a variant in one of its files. */
const errorsIn = (file: string, variant: number) => compiled[variant]?.filter((error) => error.file === file) ?? [];

test.each(cellVariants.map(([name, , want], variant) => ({ name, want, variant })))(
  'a changed cell: $name',
  ({ want, variant }) => {
    const errors = errorsIn('probe.ts', variant);
    const found = errors.map(({ line }) => cells[line - head.length - 1]?.name);
    for (const { message, line } of errors) {
      const [property = '', status] = cells[line - head.length - 1]?.name.split(', ') ?? [];
      const other = status === 'verified' ? 'unverified' : 'verified';
      const isEver = !want.has(`${property}, ${other}`);
      const why = isEver
        ? `cannot change ${status === 'verified' ? 'once' : 'until'} the user is verified`
        : 'can never change';
      expect(message).toMatch(new RegExp(`"\\S+ ${why}"`));
    }
    expect(new Set(found)).toEqual(want);
  },
);

test.each(changedRows.map(([name, , named], row) => ({ name, named, variant: cellVariants.length + row })))(
  '$name is an error that names it',
  ({ named, variant }) => {
    const errors = errorsIn('providers/machnet.ts', variant);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message).toContain(named);
  },
);

function addProperty(schema: string): ContractChange {
  return (schemas) => {
    const { properties = {} } = schemas[schema] ?? {};
    const rule = { 'x-updatable': ['unverified'], 'x-source': { evidence: 'assumed', from: 'A test.' } };
    Object.assign(properties, { shoe_size: { type: 'string', ...(schema === 'User' ? {} : rule) } });
  };
}
