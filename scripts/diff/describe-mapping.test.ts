import { contracts } from '@amend/compiler/contracts';
import { readFile } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { compareMapping } from './compare-mapping.ts';
import { decisions } from './decisions.ts';
import { type Described, describeMapping } from './describe-mapping.ts';
import { mappingPath, readMapping } from './mapping.ts';
import { mappingText, printMapping } from './mapping-file.ts';

type Row = Described['rows'][string];
type FieldsCodec = Extract<Row, { is: 'fields' }>['codec'];

const providers = [...new Set(contracts.map(({ provider }) => provider))];

test.each(providers)('what the mapping of %s does is written down: `npm run mapping` does it', async (provider) => {
  expect(readFile(mappingPath(provider))).toBe(await mappingText(provider));
});

/** A codec of texts that fit a pattern. */
const matching = (name: string, pattern: RegExp, issue: string, field: string): FieldsCodec => ({
  name,
  needs: [field],
  encode: (values) => {
    const value = values.get(field);
    if (value === undefined) return { wire: value };
    return pattern.test(String(value)) ? { wire: value } : { issues: new Map([[field, issue]]) };
  },
  decode: (wire) => (pattern.test(String(wire)) ? [[field, wire]] : []),
});
const text = (field: string) => matching('text', /./, 'must be text', field);
const digits = (field: string): FieldsCodec => ({
  ...matching('digits', /^[+]?\d*$/, 'must be digits', field),
  decode: (wire) => (/^\d+$/.test(String(wire)) ? [[field, `+${wire}`]] : []),
});
const fields = (names: readonly ('email' | 'username' | 'address.city' | 'address.country')[], codec: FieldsCodec) =>
  ({ is: 'fields', fields: names, codec, clears: [] }) as const;
const native = { is: 'native' } as const;
const address = (countries: RegExp) =>
  fields(['address.city', 'address.country'], {
    name: 'objectOf',
    needs: [],
    encode: (values) =>
      countries.test(String(values.get('address.country')))
        ? { wire: { town: values.get('address.city'), land: values.get('address.country') } }
        : { issues: new Map([['address.country', 'must be one of ours']]) },
    decode: () => [],
  });

const table = { mail: fields(['email'], text('email')), login: native, place: address(/^US$/) };
const described = (changed: Readonly<Record<string, Row>> = {}) => {
  const rows = { ...table, ...changed };
  const mapping = describeMapping({
    'user.create': { operationId: 'createUser', rows, reader: { rows } },
    'user.update': { operationId: 'updateUser', rows, reader: { rows } },
  });
  const read = readMapping(printMapping(mapping));
  expect(read).toEqual(mapping);
  return read ?? mapping;
};

const all = 'user.create, user.update';

test.each<[name: string, changed: Readonly<Record<string, Row>>, want: string[]]>([
  ['nothing', {}, []],
  ['a codec that is written in another way', { mail: fields(['email'], text('email')) }, []],
  [
    'a field loses its row',
    { mail: native },
    [`major ${all}: email has no row`, `major ${all}: email is read no more`],
  ],
  [
    'a field gains a row',
    { login: fields(['username'], text('username')) },
    [
      `major ${all}: login was native and is fields`,
      `major ${all}: login in answers was native and is fields`,
      `minor ${all}: username has a row`,
      `minor ${all}: username is read`,
    ],
  ],
  [
    'a codec accepts and refuses other values',
    { mail: fields(['email'], digits('email')) },
    [
      `major ${all}: mail refuses samples that it took`,
      `major ${all}: mail reads samples as something else`,
      `minor ${all}: mail takes samples that it refused`,
    ],
  ],
  [
    'a codec inside of an object takes more',
    { place: address(/^(US|DE)$/) },
    [`minor ${all}: place takes samples that it refused`],
  ],
])('%s', (_, changed, want) => {
  const found = compareMapping(described(), described(changed)).map(
    ({ decision, what }) => `${decisions[decision].level} ${what}`,
  );
  expect(found.toSorted((one, other) => one.localeCompare(other))).toEqual(
    want.toSorted((one, other) => one.localeCompare(other)),
  );
});
