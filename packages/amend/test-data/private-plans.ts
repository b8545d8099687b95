import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { userOf } from '../src/fields.ts';
import { someFields, status } from './arbitraries.ts';
import { make } from './make.ts';
import { anyOperation } from './operations.ts';

const user = someFields.map((fields) => userOf(fields));

/** A user of whose values each has something wrong about it. */
const spoilt = fc.tuple(user, fc.constantFrom('!', ' Zq!', '99')).map(([fields, mark]) => {
  const spoil = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(spoil);
    if (typeof value !== 'object' || value === null)
      return /Zq|^\+|^[0-9]{3}/.test(String(value)) ? `${value}${mark}` : value;
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, spoil(child)]));
  };
  return spoil(fields);
});

const native = fc.dictionary(
  fc.constantFrom('type', 'user_scope', 'meta_data', 'stripe_connect_account_id', 'email', 'virtual_documents'),
  fc.constantFrom('ZqnativeQz', [{ document_value: 'ZqnativeQz', name: 'ZqnativeQz' }], ['ZqnativeQz']),
);

const input = fc.record(
  {
    id: fc.constant('f45680e1-014d-42c7-be86-3b2899e911c3'),
    patch: fc.oneof(user, spoilt),
    current: fc.oneof(user, spoilt),
    native,
    status,
  },
  { requiredKeys: ['patch', 'id'] },
);

/** The texts and long numbers in a value. */
const leaves = (value: unknown): string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  const text = String(value);
  return /Zq|[0-9]{4}/.test(text) ? [text] : [];
};

/** Tries so many inputs. */
export const searchPlans = (numRuns: number): void => {
  test('no value of a patch, of the user or of the native slot shows in a plan', () => {
    let searched = 0;
    fc.assert(
      fc.property(anyOperation, input, ([, operation], { id, ...rest }) => {
        const planned = make(operation, { id, ...rest });
        const shown = [JSON.stringify(planned), inspect(planned, { depth: 9, showHidden: true }), String(planned)].join(
          '\n',
        );
        const planted = leaves([rest.patch, rest.current, rest.native]);
        searched += planted.length;
        for (const text of planted) expect(shown).not.toContain(text);
      }),
      { numRuns },
    );
    expect(searched).toBeGreaterThan(5 * numRuns);
  });
};
