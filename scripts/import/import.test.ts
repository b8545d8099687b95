import { renderFiles } from '@amend/compiler/print';
import { modelOf, parseContract } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listFile } from './run.ts';
import { acme, decideAll, importText, withFiles } from './testing.ts';

const importDecided = async (text: string, flags: readonly string[] = []) => {
  const first = await importText(text, flags);
  return importText(text, [], decideAll(first.decisions));
};

const loaded = (text: string) =>
  parseContract({ name: 'acme@v1', provider: 'acme', version: 'v1', path: 'specs/acme/v1.yaml' }, text);

test('what looks like an update of a user is listed, with what its body holds', async () => {
  expect(await withFiles({ 'acme.yaml': acme }, (folder) => listFile(`${folder}/acme.yaml`, []))).toBe(
    'customers.update  PATCH /customers/{code}  first_name, last_name, email, phone, ssn, address',
  );
});

describe('a document as providers write them', async () => {
  const { contract, open, decisions } = await importDecided(acme, ['--page', 'https://acme.example/docs']);
  const { components, paths } = parse(contract);
  const { User, CustomerUpdate } = components.schemas;

  test('becomes a contract, once everything is decided', async () => {
    expect(open).toEqual([]);
    expect(Object.keys(await renderFiles(loaded(contract)))).toContain('rules.ts');
  });

  test('whose users are found, by the property that the path means', () => {
    const { user, verification, operations } = modelOf(loaded(contract));
    expect(user?.id).toBe('customer_code');
    expect(verification).toMatchObject({ property: 'status', verified: ['active'], unverified: ['pending'] });
    expect(operations.map(({ id, kind, way, retry }) => [id, kind, way?.join('/'), retry])).toEqual([
      ['updateCustomer', 'update', 'data', 'idempotent'],
      ['getCustomer', 'read', 'data', 'safe'],
      ['deleteCustomer', 'delete', undefined, 'idempotent'],
      ['createCustomer', 'create', 'data', 'never'],
      ['listCustomers', 'list', 'data/*', 'safe'],
    ]);
  });

  test.each<[string, unknown, unknown]>([
    ['nullable', CustomerUpdate.properties.note.type, ['string', 'null']],
    ['allOf', Object.keys(CustomerUpdate.properties), expect.arrayContaining(['first_name', 'note'])],
    ['readOnly in a request', CustomerUpdate.properties.status, undefined],
    ['a closed answer', User.additionalProperties, undefined],
    ['how many keys an answer holds', User.properties.metadata.maxProperties, undefined],
    ['how many keys a request holds', CustomerUpdate.properties.metadata.maxProperties, 9],
    ['a request', CustomerUpdate.properties.address.additionalProperties, false],
    ['a secret in an answer', User.properties.ssn, undefined],
    [
      'a secret in a request',
      CustomerUpdate.properties.ssn,
      expect.objectContaining({ format: 'password', writeOnly: true }),
    ],
    ['alternatives', User.properties.owner.required, ['kind']],
    ['of alternatives, all that any has', Object.keys(User.properties.owner.properties), ['kind', 'age', 'name']],
    ['what holds itself', User.properties.parent, {}],
    ['a pattern without maxLength', CustomerUpdate.properties.phone.maxLength, 1000],
    ['an exclusive limit of 3.0', paths['/customers'].get.parameters[0].schema, { type: 'integer', minimum: 1 }],
    ['a number in a path', paths['/customers/{customer_code}'].get.parameters[0].schema, { type: 'string' }],
    ['a group of statuses', Object.keys(paths['/customers/{customer_code}'].patch.responses), ['200', '400']],
    ["the provider's operationId", paths['/customers'].post.description, expect.stringContaining('customers.create')],
    ['the server for trying', parse(contract).servers[0].url, 'https://sandbox.acme.example/v2'],
  ])('%s', (_, found, want) => expect(found).toEqual(want));

  test("a rule comes from the provider's page where the provider speaks of it, else from who decided", () => {
    const { first_name, email } = CustomerUpdate.properties;
    expect(first_name).toMatchObject({ 'x-updatable': ['unverified'], 'x-source': { evidence: 'vendor' } });
    expect(email['x-source']).toEqual({ evidence: 'assumed', from: 'Decided by hand; the document does not say.' });
    expect(decisions).toContain('  first_name: [unverified] # It cannot be changed once the customer is verified.\n');
  });
});

test('nothing is decided by itself, and what is open is refused by the generator', async () => {
  const { contract, open } = await importText(acme);
  expect(open.map(({ key }) => key.join('.'))).toEqual(
    expect.arrayContaining(['update', 'repeats.updateCustomer', 'status', 'words.pending', 'properties.email']),
  );
  expect(() => loaded(contract)).toThrow(/v1\.yaml:[0-9]+: This is not decided: /);
  expect(contract).not.toContain('x-updatable');
});

test('what was left out is told, each with its line', async () => {
  const { dropped } = await importText(acme);
  expect(dropped.filter((line) => !/acme\.yaml:[0-9]+: /.test(line))).toEqual([]);
  const told = dropped.map((line) => line.replace(/^.*acme\.yaml:[0-9]+: /, ''));
  expect(told).toEqual(
    expect.arrayContaining([
      'the query parameter filter is left out',
      'the error default shows no body of JSON, and is left out',
      'its alternatives are one schema',
      'ssn is a secret or a number of identity, and left out of answers',
    ]),
  );
});
