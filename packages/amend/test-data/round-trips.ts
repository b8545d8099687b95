import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../src/fields.ts';
import type { DocumentsRow, FieldsRow } from '../src/user-operation.ts';
import { values, valuesByCodec } from './arbitraries.ts';
import { everyOperation } from './operations.ts';

// What is written is read again as it was, for every row of every mapping that declares no loss. A text that a codec
// does not take is refused, not changed.

const context = { today: '2026-11-22' };

const fieldsRows = everyOperation.flatMap(([operation, { rows }]) =>
  Object.entries(rows).flatMap(([property, row]) =>
    row.is === 'fields' ? [{ name: `${operation} ${property}`, row }] : [],
  ),
);
const documentRows = everyOperation.flatMap(([operation, { rows }]) =>
  Object.entries(rows).flatMap(([property, row]) =>
    row.is === 'documents' ? [{ name: `${operation} ${property}`, row }] : [],
  ),
);

const good = (field: Field, codec: string) => fc.oneof(values[field], valuesByCodec[codec] ?? values[field]);

/** Good values for a row's fields, and some that may be anything. */
const given = ({ fields, codec }: FieldsRow) =>
  fc
    .record(
      Object.fromEntries(
        fields.map((field) => [
          field,
          fc.oneof({ weight: 8, arbitrary: good(field, codec.name) }, fc.string(), fc.anything()),
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((record) => new Map(Object.entries(record).filter(([, value]) => value !== undefined) as [Field, unknown][]));

const parts = {
  'documents.physical': ['type', 'front', 'back', 'country', 'state', 'expiryDate'],
  'documents.virtual': ['type', 'number', 'issuingAuthority', 'issueDate', 'expiryDate', 'country', 'state'],
};
const partsOf = ({ fields: [list] }: DocumentsRow) => parts[list as keyof typeof parts];
const documentValue = fc.oneof(values.username, values.ssn, values.dateOfBirth);

/** Tries so many values for each row. */
export const tryRoundTrips = (numRuns: number): void => {
  describe.each(fieldsRows.filter(({ row }) => row.codec.loss === undefined))('$name', ({ row }) => {
    test('decode(encode(values)) are the values', () => {
      let written = 0;
      fc.assert(
        fc.property(given(row), (known) => {
          // `null` clears, and what is cleared is read as not there.
          fc.pre(known.size > 0 && ![...known.values()].includes(null));
          const encoded = row.codec.encode(known, context);
          if (!('wire' in encoded)) return;
          written += 1;
          const read = row.codec.decode(JSON.parse(JSON.stringify(encoded.wire)));
          expect(new Map(read.filter(([, value]) => value !== undefined))).toEqual(
            new Map(JSON.parse(JSON.stringify([...known]))),
          );
        }),
        { numRuns },
      );
      expect(written).toBeGreaterThan(numRuns / 20);
    });
  });

  test('loss is declared where there is one, and nowhere else', () => {
    const lossy = fieldsRows.filter(({ name, row }) => name.startsWith('golden') && row.codec.loss !== undefined);
    expect(lossy.map(({ name }) => name)).toEqual([
      'golden member create name',
      'golden member create ssn',
      'golden member update name',
      'golden member update ssn',
      'golden member replace name',
    ]);
  });

  describe.each(documentRows)('$name', ({ row }) => {
    test.each(partsOf(row))('decode(encode(document)) is the document: %s', (name) => {
      let written = 0;
      fc.assert(
        fc.property(fc.oneof(documentValue, fc.string(), fc.anything()), (value) => {
          fc.pre(value !== undefined);
          const document = { type: 'PASSPORT', [name]: value };
          const encoded = row.codec.encode(document, context);
          if (!('wire' in encoded)) return;
          written += 1;
          expect(row.codec.decode(encoded.wire)).toEqual(document);
        }),
        { numRuns },
      );
      expect(written).toBeGreaterThan(numRuns / 50);
    });

    test('what the provider sets, and what it has no place for, is not written', () => {
      for (const odd of [{ id: 'doc-1' }, { colour: 'red' }, { constructor: 'x' }])
        expect(row.codec.encode({ type: 'PASSPORT', ...odd }, context)).toHaveProperty('issue');
    });
  });
};
