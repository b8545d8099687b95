import { inspect } from 'node:util';
import { contracts, readModel } from '@amend/compiler/read';
import type { ResolvedSchema } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { documentParts, privateFields } from './private-fields.ts';
import { listSubjects } from './provider-list.ts';
import { redact } from './redact.ts';
import { toUser } from './to-user.ts';
import type { User } from './user.ts';
import type { AnyUserOperation, Reader, Row } from './user-operation.ts';

const user: User = {
  provider: 'golden',
  id: 'u1',
  kind: 'individual',
  verification: 'verified',
  firstName: 'Jane\u001b[2J',
  dateOfBirth: '1990-04-15',
  ssn: '123-45-6789',
  address: { city: 'Austin' },
  active: false,
  documents: {
    physical: [
      { id: 'd1', type: 'PASSPORT', front: 'data:image/png;base64,U0NBTg==', expiryDate: '2031-01-02', state: 'TX' },
    ],
    virtual: [
      { type: 'SSN', number: '123456789' },
      { type: 'EIN', number: { masked: '*****4321' } },
      { type: 'PASSPORT', number: 'P0000042', issuingAuthority: 'State', issueDate: '2021-01-02', country: 'US' },
    ],
  },
  native: { virtual_documents: ['123456789'] },
};

const shown = {
  provider: 'golden',
  id: 'u1',
  kind: 'individual',
  verification: 'verified',
  firstName: 'Jane\u001b[2J',
  dateOfBirth: { masked: '****-**-**' },
  ssn: { masked: '*****6789' },
  address: { city: 'Austin' },
  active: false,
  documents: {
    physical: [{ id: 'd1', type: 'PASSPORT', front: { masked: '*****' }, expiryDate: '2031-01-02', state: 'TX' }],
    virtual: [
      { type: 'SSN', number: { masked: '*****6789' } },
      { type: 'EIN', number: { masked: '*****4321' } },
      {
        type: 'PASSPORT',
        number: { masked: '*****' },
        issuingAuthority: 'State',
        issueDate: '2021-01-02',
        country: 'US',
      },
    ],
  },
};

test('private values are masked, what no field stands for is gone, and all others stay', () => {
  expect(redact(user)).toEqual(shown);
  expect(redact(shown as unknown as User)).toEqual(shown);
});

test('the user itself stays as it is', () => {
  const before = structuredClone(user);
  redact(user);
  expect(user).toEqual(before);
});

const secret = '987-65-4321';

test.each<[name: string, odd: unknown, want: object]>([
  ['a change that clears', { ssn: null, middleName: null }, { ssn: null, middleName: null }],
  ['an object where a text should be', { firstName: { ssn: secret }, id: { ssn: secret } }, {}],
  ['a list where an object should be', { address: [secret], documents: [secret] }, {}],
  ['a name that is none', { [secret]: secret, ssm: secret, address: { [secret]: secret } }, { address: {} }],
  [
    'a document that is none',
    { documents: { virtual: [secret, { ssn: secret }] } },
    { documents: { virtual: [{}, {}] } },
  ],
  ['what only looks like a mask', { ssn: { masked: secret } }, { ssn: { masked: '*****' } }],
  ['a number beside a mask', { ssn: { masked: `masked ${secret}` } }, { ssn: { masked: '*****' } }],
  ['a number', { ssn: 987654321 }, { ssn: { masked: '*****' } }],
  [
    'a number of a business',
    { documents: { virtual: [{ number: '98-7654321' }, { number: '198-7654321' }] } },
    { documents: { virtual: [{ number: { masked: '*****4321' } }, { number: { masked: '*****' } }] } },
  ],
  ['more than a number', { ssn: `1${secret}` }, { ssn: { masked: '*****' } }],
  ['a number with more behind it', { ssn: `${secret}1` }, { ssn: { masked: '*****' } }],
  ['a number in a text', { ssn: `SSN ${secret}` }, { ssn: { masked: '*****' } }],
  ['a number before a text', { ssn: `${secret} (old)` }, { ssn: { masked: '*****' } }],
  ['a part of a number', { ssn: '4321' }, { ssn: { masked: '*****' } }],
  [
    'more than a date',
    { dateOfBirth: '1-1990-04-15', ssn: '1990-04-15-1' },
    { dateOfBirth: { masked: '*****' }, ssn: { masked: '*****' } },
  ],
  [
    'a list of what looks like documents',
    { firstName: [{ type: secret }], documents: { other: [{ type: secret }] } },
    { documents: {} },
  ],
  ['a function', { firstName: () => secret }, {}],
  [
    'nothing',
    { firstName: undefined, documents: { virtual: [{ type: undefined }] } },
    { documents: { virtual: [{}] } },
  ],
  ['no object', secret, {}],
  [
    'what cannot be read',
    {
      get ssn() {
        throw new Error(secret);
      },
    },
    {},
  ],
])('%s', (_, odd, want) => {
  expect(redact(odd as User)).toStrictEqual(want);
});

const canaries = { date: '1971-03-05', others: '987654321' };

/** A value in which everything stands that its schema calls private; nothing if it calls nothing so. */
const plant = ({ format, writeOnly, items, properties }: ResolvedSchema): unknown => {
  const inside = Object.entries(properties ?? {}).flatMap(([name, schema]) => {
    const value = plant(schema);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (inside.length > 0) return Object.fromEntries(inside);
  if (items) return plant(items) === undefined ? undefined : [plant(items)];
  if (format !== 'password' && writeOnly !== true) return undefined;
  return format === 'date' ? canaries.date : canaries.others;
};

/** The bodies that a contract has for an operation. */
const bodiesOf = ({ provider, operationId }: AnyUserOperation): readonly ResolvedSchema[] =>
  contracts
    .filter((contract) => contract.provider === provider)
    .flatMap(({ name }) => readModel(name).operations)
    .flatMap(({ id, body }) => (id === operationId ? (body?.schemas.map(({ schema }) => schema) ?? []) : []));

/** The fields, and parts of their elements, in which a planted property would stand. */
const placesOf = (row: Row | undefined, planted: unknown): readonly string[] => {
  if (row?.is === 'documents') {
    const [document] = planted as unknown[];
    return Object.keys(row.codec.decode(document) as object);
  }
  if (row?.is !== 'fields') return [];
  if (typeof planted === 'string') return row.fields;
  return row.codec.decode(planted).flatMap(([field, value]) => (value === undefined ? [] : [field]));
};

describe('private is what some contract calls so', async () => {
  const operations = (await listSubjects()).flatMap((subject) => Object.values(subject.operations));
  const bodies = operations.flatMap((operation) =>
    bodiesOf(operation).map((schema) => ({ operation, name: operation.operationId, wire: plant(schema) as object })),
  );

  test('and nothing else', () => {
    const called = bodies.flatMap(({ operation, wire = {} }) =>
      Object.entries(wire).flatMap(([property, planted]) => placesOf(operation.rows[property], planted)),
    );
    const parts = Object.entries(documentParts).flatMap(([part, sight]) => (sight === 'private' ? [part] : []));
    const masked = [...privateFields, ...parts];
    expect(masked.length).toBeGreaterThan(3);
    expect(masked.toSorted()).toEqual([...new Set(called)].toSorted());
  });

  test.each(bodies.filter(({ wire }) => wire))('$operation.provider $name shows none of it', ({ operation, wire }) => {
    const reader = { ...operation.reader, rows: operation.rows, recordIn: () => wire } as unknown as Reader;
    const planted = toUser({ provider: operation.provider, reader }, wire);
    expect(JSON.stringify(planted)).toMatch(/98765|1971/);
    expect(inspect(redact(planted), { depth: null })).not.toMatch(/98765|1971/);
  });
});
