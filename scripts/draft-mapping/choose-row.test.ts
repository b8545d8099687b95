import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelOf, parseContract } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';
import { bodyRows } from './rows.ts';
import { userOperations } from './user-operations.ts';

const original = readFileSync(join(import.meta.dirname, '../new-provider/test-data/contract.yaml'), 'utf8');
const rule = 'x-updatable: [unverified, verified], x-source: *made }';

/** The row of one more property of an update. */
const rowOf = (name: string, schema: string) => {
  const text = original.replace(
    /( {4}UserUpdate:[\s\S]*? {6}properties:\n)/,
    `$1        ${name}: { ${schema}, ${rule}\n`,
  );
  expect(text).not.toBe(original);
  const model = modelOf(parseContract({ name: 'acme@v1', provider: 'acme', version: 'v1', path: 'v1.yaml' }, text));
  const [update] = userOperations(model).filter((operation) => operation.update);
  return update && bodyRows(model, update).get(name);
};

const text = (more = '') => `{ type: string${more} }`;
const street = `line1: ${text()}, city: ${text()}`;
const address = (members: string, required = '') =>
  `type: object, x-update: partial, description: Where., ${required && `required: [${required}], `}properties: { ${members} }`;
const listed = (members: string, required = '') =>
  `type: array, description: Where., items: { type: object, ${required && `required: [${required}], `}properties: { ${members} } }`;

describe('a form is known by', () => {
  const country = (more: string) => rowOf('home_address', address(`country: ${text(more)}`))?.because;
  test.each([
    ['examples', ', examples: [GB]', 'address.country'],
    ['a default', ', default: US', 'address.country'],
    ['what is said of it', ', description: The ISO 3166-1 alpha-2 code.', 'address.country'],
    ['nothing where that has another form', ', description: A two-letter code., examples: [GBR]', /^no field stands/],
    ['nothing where that leaves it open', ', description: Its alpha-2 or alpha-3 code.', /^no field stands/],
    ['nothing where nothing is said', '', /^no field stands/],
  ])('%s', (_, more, because) =>
    expect(country(more)).toEqual(typeof because === 'string' ? because : expect.stringMatching(because)),
  );

  test.each([
    ['US', 'address.country, address.state'],
    ['GB', 'address.country; left as it is: province'],
  ])('the country, where a state stands in an address that is in %s by default', (code, because) => {
    const { because: said } =
      rowOf('home_address', address(`country: ${text(`, default: ${code}`)}, province: ${text()}`)) ?? {};
    expect(said).toBe(because);
  });

  test('a phone number as well', () => {
    const { because } = rowOf('mobile', 'type: string, description: In the form of E.164.') ?? {};
    expect(because).toBe('phone, as e164');
  });
});

describe('an object is written whole, or left to who knows', () => {
  test.each<[name: string, property: string, schema: string, because: string, code: string | RegExp]>([
    [
      'with members besides',
      'home_address',
      address(`${street}, floor: ${text()}`),
      'address.line1, address.city; left as it is: floor',
      /^group\(/,
    ],
    [
      'that needs what no field stands for',
      'home_address',
      address(`${street}, floor: ${text()}`, 'floor'),
      'a guess would be address.line1, address.city, and it needs what no field stands for: floor',
      'native',
    ],
    [
      'a list of one',
      'addresses',
      listed(street),
      'address.line1, address.city, as a list of one',
      /, listOfOne\(objectOf\(/,
    ],
    [
      'a list of which one is the main',
      'addresses',
      listed(`${street}, type: ${text(', enum: [Secondary, Primary]')}`, 'type'),
      'address.line1, address.city, as a list of one',
      /"type": \{ value: "Primary" \}/,
    ],
    [
      'a list that needs a kind of which none is the main',
      'addresses',
      listed(`${street}, type: ${text(', enum: [a, b]')}`, 'type'),
      'a guess would be address.line1, address.city, and it needs what no field stands for: type',
      'native',
    ],
    [
      'a list with members besides',
      'addresses',
      listed(`${street}, floor: ${text()}`),
      'address.line1, address.city, as a list of one without floor',
      /, listOfOne\(/,
    ],
    ['a list of what is no common object', 'gadgets', listed(street), 'its name is no common one', 'native'],
  ])('%s', (_, property, schema, because, code) => {
    const row = rowOf(property, schema);
    expect(row?.because).toBe(because);
    expect(row?.code).toEqual(typeof code === 'string' ? code : expect.stringMatching(code));
  });
});
