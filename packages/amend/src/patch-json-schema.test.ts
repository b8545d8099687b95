import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someFields, values } from '../test-data/arbitraries.ts';
import { everyOperation } from '../test-data/operations.ts';
import { type Field, fields, userOf } from './fields.ts';
import { patchJsonSchema } from './patch-json-schema.ts';
import { patchSchema } from './patch-schema.ts';
import type { Account } from './plan.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);

const issuesIn = (operation: AnyUserOperation, status: string, patch: unknown): readonly string[] => {
  const circumstances = { id: 'x', status } as Omit<Account, 'operation'>;
  const { issues = [] } = patchSchema(operation, circumstances)['~standard'].validate(patch);
  return issues.map(({ message }) => message);
};

/** What the plan alone can tell: that parts need each other, and another status than ours. */
const beyond = / is needed; /;

const names = Object.keys(values) as Field[];
const one = fc.constantFrom(...names).chain((name) => values[name].map((value): [Field, unknown][] => [[name, value]]));
const odd = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom('', null, 7, true, [], {}, '~', [{ type: 'SSN', number: '111223333' }]),
  )
  // To some providers any text is a state; ours has two letters.
  .filter(([name, value]) => value !== '~' || Object.keys(fields[name].schema).length === 1)
  .map((pair): [Field, unknown][] => [pair]);

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

describe.each(everyOperation)('%s', (_, operation) => {
  test.each(['verified', 'unverified', 'unknown'])(
    '%s: it takes what patchSchema takes, and nothing else',
    (status) => {
      const isTaken = ajv.compile(patchJsonSchema(operation, status));
      let agreed = 0;
      const patches = fc.oneof(
        one,
        one,
        odd,
        someFields.map((known) => [...known]),
      );
      fc.assert(
        fc.property(patches, (known) => {
          const patch = userOf(known);
          const issues = issuesIn(operation, status, patch);
          const isOurs = isTaken(patch);
          const told = JSON.stringify([known, issues, isTaken.errors]);
          if (isOurs)
            expect(
              issues.filter((message) => !beyond.test(message)),
              told,
            ).toEqual([]);
          else expect(issues.length, told).toBeGreaterThan(0);
          agreed += 1;
        }),
        { numRuns: 10 * times },
      );
      expect(agreed).toBe(10 * times);
    },
  );
});

const verified = patchJsonSchema(goldenPerson.update, 'DONE') as {
  properties: Record<string, Record<string, unknown>>;
};

test.each<[name: string, schema: unknown, want: object]>([
  [
    'a locked field says why',
    verified.properties.email,
    {
      not: {},
      title: 'E-mail address',
      description: expect.stringContaining('email cannot change once the user is verified'),
    },
  ],
  [
    'an open one has the contract’s words',
    verified.properties.occupation,
    { title: 'Occupation', type: 'string', minLength: 1 },
  ],
  [
    'a locked kind of document is left out',
    verified.properties.documents,
    { properties: { virtual: { items: { properties: { type: { not: { enum: ['SSN'] } } } } } } },
  ],
  [
    'what can be cleared may be null',
    patchJsonSchema(goldenMember.update, 'unknown'),
    { properties: { email: { anyOf: [{ format: 'email' }, { type: 'null' }] } } },
  ],
  [
    'a create needs something',
    patchJsonSchema(goldenMember.create, 'unknown'),
    {
      required: ['firstName', 'lastName', 'phone', 'externalId'],
      properties: { externalId: { type: ['string', 'integer'], minLength: 1 } },
    },
  ],
  [
    'the contract’s least length stands',
    patchJsonSchema(
      { ...goldenMember.update, facts: { schemas: { username: { type: 'string', minLength: 3 } } } },
      'unknown',
    ),
    { properties: { username: { anyOf: [{ minLength: 3 }, { type: 'null' }] } } },
  ],
])('%s', (_, schema, want) => {
  expect(schema).toMatchObject(want);
});

test('where the provider takes an empty text, an empty text fits', () => {
  const { firstName, middleName } = patchJsonSchema(goldenPerson.update, 'unverified').properties as Record<
    string,
    object
  >;
  expect(firstName).toMatchObject({ type: 'string', minLength: 1 });
  expect(middleName).toMatchObject({ type: 'string' });
  expect(middleName).not.toHaveProperty('minLength');
});

test('a change needs nothing, and has no property of the provider’s own', () => {
  const schema = patchJsonSchema(goldenMember.replace, 'unverified');
  expect(schema).not.toHaveProperty('required');
  expect(schema.properties).not.toHaveProperty('native');
});
