import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { values, valuesByCodec } from '../test-data/arbitraries.ts';
import { everyOperation, operations } from '../test-data/operations.ts';
import { propertiesOf } from './body-properties.ts';
import { type Field, fields, own } from './fields.ts';
import { fieldsFor } from './fields-for.ts';
import { goldenMember } from './testing/golden-user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);

const schemaOf = (operation: AnyUserOperation, name: string) =>
  fieldsFor(operation, 'unknown').find(({ field }) => field === name)?.schema;

test.each<[operation: string, field: string, schema: object]>([
  [
    'stilt individual update',
    'firstName',
    { type: 'string', maxLength: 256, pattern: expect.stringMatching(/^\^\[A-z]/) },
  ],
  ['ingo individual update', 'address.postalCode', { type: 'string', pattern: '^[0-9]{5}$', maxLength: 5 }],
  ['machnet individual update', 'native.type', { type: 'string', enum: ['SEND', 'RECEIVE'] }],
  ['hpay individual patch', 'email', { type: 'string', format: 'email' }],
  // Written otherwise than it is: the contract's words are of another text.
  ['machnet individual update', 'phone', fields.phone.schema],
  ['stilt individual update', 'address.country', fields['address.country'].schema],
  ['hpay individual patch', 'firstName', fields.firstName.schema],
  // A part of an object.
  ['golden person update', 'employer.name', { type: 'string', maxLength: 256 }],
  [
    'golden person update',
    'documents.virtual',
    {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          type: { type: 'string', enum: ['SSN', 'PASSPORT', 'LICENCE'] },
          number: { type: 'string' },
          issuingAuthority: { type: 'string' },
          issueDate: { type: 'string', format: 'date' },
          expiryDate: { type: 'string', format: 'date' },
          country: { type: 'string' },
          state: { type: 'string' },
        },
        required: ['type', 'number'],
        additionalProperties: false,
      },
    },
  ],
])('%s: %s', (name, field, schema) => {
  expect(schemaOf(operations[name] as AnyUserOperation, field)).toEqual(schema);
});

test('what clears is no choice', () => {
  const email = { type: ['string', 'null'], enum: ['a@b.co', null], minLength: 3 };
  const operation = { ...goldenMember.update, facts: { schemas: { email } } };
  expect(schemaOf(operation, 'email')).toEqual({ type: 'string', format: 'email', enum: ['a@b.co'], minLength: 3 });
});

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

describe.each(everyOperation)('%s', (_, operation) => {
  const places = [...propertiesOf(operation).byField].flatMap(([field, { property, row }]) => {
    const place = row.is === 'fields' ? own(row.codec.places, field) : undefined;
    return place?.asItIs && row.is === 'fields' ? [{ field, property, row, place }] : [];
  });

  test('what is written as it is, is; and then the contract takes what the field’s schema takes, and no more', () => {
    for (const { field, property, row, place } of places) {
      const schema = schemaOf(operation, field) ?? {};
      // Ours says what a field means, also to a provider that takes any text.
      const ours = Object.entries(own(fields, field)?.schema ?? {});
      const theirs = Object.fromEntries(
        Object.entries(schema).filter(([key, value]) => !ours.some(([name, same]) => name === key && same === value)),
      );
      const isTaken = ajv.compile(schema);
      const isTheirs = ajv.compile(theirs);
      const pointer = ['', property, ...place.path].join('/');
      const value = fc.oneof(
        own(values, field as Field) ?? fc.string(),
        valuesByCodec[row.codec.name] ?? fc.string(),
        fc.string(),
      );
      fc.assert(
        fc.property(value, (given) => {
          const encoded = row.codec.encode(new Map([[field, given]]), { today: '2026-11-27' });
          if ('issues' in encoded) return;
          const written = place.path.reduce<unknown>(
            (wire, name) => (wire as Record<string, unknown>)[name],
            encoded.wire,
          );
          expect(written).toEqual(given);
          operation.validate({ [property]: encoded.wire });
          const isRefused = (operation.validate.errors ?? []).some(({ instancePath }) => instancePath === pointer);
          if (isTaken(given)) expect([field, isRefused]).toEqual([field, false]);
          if (!isRefused) expect([field, isTheirs(given)]).toEqual([field, true]);
        }),
        { numRuns: 6 * times },
      );
    }
    expect(places.length).toBeGreaterThan(1);
  });
});
