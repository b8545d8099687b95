import { describe, expect, test } from 'vitest';
import { acme, acmeWith, decideAll, importText, withRound } from './testing.ts';

const changed = (wanted: string | RegExp, by: string): string => acmeWith([wanted, by]);

const bomb = `openapi: 3.0.0\na: &a [${'x,'.repeat(50)}]\n${[...'bcdefgh']
  .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(50)}]`)
  .join('\n')}\n`;

describe('a document that cannot be taken is refused in one line, with file and place', () => {
  test.each<[string, text: string | (() => string), flags: string[], sentence: RegExp]>([
    ['no YAML', ':\n  - [', [], /acme\.yaml:[0-9]+: /],
    ['no OpenAPI', 'hello: world', [], /acme\.yaml:1: This is no OpenAPI document/],
    ['Swagger 2.0', 'swagger: "2.0"\npaths: {}', [], /acme\.yaml:1: This is Swagger 2\.0; convert it/],
    [
      'a Postman collection',
      '{"info":{"_postman_id":"1"},"item":[]}',
      [],
      /acme\.yaml:1: This is a Postman collection, .*new-provider/,
    ],
    ['a web page', '<!DOCTYPE html>\n<p>a: b</p>', [], /acme\.yaml:1: This is a web page, or XML; /],
    ['OpenAPI 3.2', () => changed('3.0.3', '3.2.0'), [], /acme\.yaml:1: This is no OpenAPI document of version/],
    ['ten megabytes', () => `${acme}#${'-'.repeat(10_000_000)}`, [], /acme\.yaml:1: This is longer than/],
    ['a YAML bomb', bomb, [], /acme\.yaml:[0-9]+: .*alias/i],
    ['a deep one', `openapi: 3.0.0\npaths: ${'['.repeat(300)}${']'.repeat(300)}`, [], /acme\.yaml:2: .*nested/],
    [
      'deep JSON',
      `{"openapi":"3.0.0","paths":${'['.repeat(300)}${']'.repeat(300)}}`,
      [],
      /acme\.yaml#\/paths\/0\/0\/0\/0: .*nested/,
    ],
    ['no operation', 'openapi: 3.0.0\npaths: {}', [], /acme\.yaml:1: This document has no operation/],
    [
      'a $ref to nothing',
      () => changed("Name' }", "Nam' }"),
      [],
      /acme\.yaml:113: The \$ref .*Nam leads nowhere; .*--drop/,
    ],
    [
      'a $ref to no anchor',
      () => changed("'#/components/schemas/Name'", "'#none'"),
      [],
      /:113: .*#none leads nowhere; /,
    ],
    [
      'a body of files',
      () => changed(/(patch:[\s\S]*?)application\/json/, '$1multipart/form-data'),
      [],
      /:[0-9]+: The body of customers\.update is multipart\/form-data, of which no field can be named; choose another/,
    ],
    [
      'a $ref to itself',
      () => changed('Name: {', "Name: { $ref: '#/components/schemas/Name', "),
      [],
      /:[0-9]+: .*leads back to itself/,
    ],
    [
      'a $ref elsewhere',
      () => changed("'#/components/schemas/Name'", 'https://x.example/y.yaml#/a'),
      [],
      /:113: .*another computer; .*--drop/,
    ],
    [
      'a file that is not there',
      () => changed("'#/components/schemas/Name'", 'none.yaml#/a'),
      [],
      /acme\.yaml:113: The file .*none\.yaml cannot be read; .*--drop/,
    ],
    [
      'a $ref to a text where a schema is wanted',
      () => changed("'#/components/schemas/Name'", './name.md'),
      [],
      /acme\.yaml:113: The \$ref \.\/name\.md leads to a text, .*--drop \.\/name\.md/,
    ],
    [
      'two operations of one id',
      () => changed('customers.list', 'customers.get'),
      [],
      /:[0-9]+: Another operation is called customers\.get too/,
    ],
    [
      'an update without a user',
      () => changed(/customer_code: \{.*\}/, 'note: { type: string }'),
      ['--drop', '#/paths/~1customers~1{code}/get'],
      /shows a user with an id/,
    ],
    [
      'an update of whoever signs in',
      () => changed(/ {2}\/customers\/\{code\}:\n.*\n.*\n/, '  /me/customer:\n'),
      [],
      /:[0-9]+: Neither the path of customers\.update nor its body says by customer_code who is meant; choose/,
    ],
    [
      'a parameter that nothing describes',
      () => changed('name: code,', 'name: id,'),
      [],
      /:[0-9]+: The path .* parameter code/,
    ],
    [
      'a body that is no object',
      () => changed(/schema:\n {14}allOf:[\s\S]*?A note. \}\n/, 'schema: { type: string }\n'),
      [],
      /:[0-9]+: The body of customers\.update is no object/,
    ],
    [
      'no server',
      () => changed(/servers:\n.*\n.*\n/, ''),
      [],
      /:1: The document has no server that can be called; .*--server/,
    ],
    [
      'no security',
      () => changed(/security:\n.*\n/, '').replace(/ {2}securitySchemes:\n.*\n/, ''),
      [],
      /:60: .*--key X-Api-Key/,
    ],
    [
      'security that is not taken',
      () => changed('in: header, name: X-Acme-Key', 'in: cookie, name: acme'),
      [],
      /acme\.yaml:[0-9]+: /,
    ],
    [
      'a type that is none',
      () => changed('Name: { type: string', 'Name: { type: strnig'),
      [],
      /:[0-9]+: The keyword type of a schema is malformed; .*--drop/,
    ],
    [
      'words that are no list',
      () => changed('enum: [pending, active, closed]', 'enum: pending'),
      [],
      /:[0-9]+: The keyword enum of/,
    ],
    ...[
      ['an object among words', 'enum: [basic, gold, null]', 'enum: [basic, { gold: 1 }]', 'enum'],
      ['a name that is no text', 'required: [first_name, email]', 'required: [first_name, 1]', 'required'],
      ['a text for a flag', 'string, nullable: true, maxLength', "string, nullable: 'true', maxLength", 'nullable'],
      ['a text for a number', 'maxProperties: 9', 'maxProperties: nine', 'maxProperties'],
    ].map(([what = '', wanted = '', by = '', keyword = '']): [string, () => string, string[], RegExp] => [
      what,
      () => changed(wanted, by),
      [],
      new RegExp(`:[0-9]+: The keyword ${keyword} of a schema is malformed; .*--drop`),
    ]),
    [
      'a user who may be something else',
      () =>
        changed(
          /(Answer:\n.*\n.*\n.*)properties: \{.*/,
          '$1anyOf: [{ properties: { data: { $ref: "#/components/schemas/Customer" } } }, { type: string }]',
        ),
      [],
      /:[0-9]+: What customers\.update answers may be a user, or no object at all; --drop/,
    ],
    [
      'a user of two types',
      () =>
        changed(
          "data: { $ref: '#/components/schemas/Customer' }",
          'data: { type: [object, string], properties: { customer_code: { type: integer }, email: { type: string } } }',
        ),
      [],
      /:[0-9]+: The user in this answer may be an object or something else, .*; --drop/,
    ],
    [
      'properties that are no map',
      () => changed("properties: { data: { $ref: '#/components/schemas/Customer' } }", 'properties: [data]'),
      [],
      /:[0-9]+: The keyword properties of/,
    ],
    [
      'a token that is fetched in the open',
      () =>
        changed(
          'type: apiKey, in: header, name: X-Acme-Key',
          "type: oauth2, flows: { clientCredentials: { tokenUrl: 'http://acme.example/token', scopes: {} } }",
        ),
      [],
      /:[0-9]+: The address of a token must be https/,
    ],
    [
      'another operation',
      acme,
      ['--operation', 'customers.updat'],
      /no operation customers\.updat; did you mean customers\.update\?/,
    ],
    ...[
      ['create', 'creat', 'create'],
      ['list-with', 'lists', 'list'],
    ].map(([flag = '', given = '', meant = '']): [string, string, string[], RegExp] => [
      `another operation for --${flag}`,
      acme,
      [`--${flag}`, `customers.${given}`],
      new RegExp(
        `no operation customers\\.${given}; did you mean customers\\.${meant}\\? --${flag} none leaves it out\\.$`,
      ),
    ]),
    ['another scheme', acme, ['--security', 'token'], /No security scheme is called token; there are key/],
    [
      'a scheme by which no such call is signed',
      () => changed('  securitySchemes:\n', '  securitySchemes:\n    other: { type: http, scheme: bearer }\n'),
      ['--security', 'other'],
      /acme\.yaml:[0-9]+: other does not sign in to customers\.update; --security takes key\.$/,
    ],
    ['a pointer to nothing', acme, ['--drop', '#/paths/~1customer'], /--drop #\/paths\/~1customer leads nowhere/],
    ['a page without TLS', acme, ['--page', 'http://acme.example'], /--page must be an https/],
  ])('%s', async (_, text, flags, sentence) => {
    const refusal = await importText(typeof text === 'string' ? text : text(), flags).then(
      () => 'It is taken.',
      (error: Error) => error.message,
    );
    expect(refusal).toMatch(sentence);
    expect(refusal).not.toContain('\n');
  });

  test('schemas that lead to one another are taken as deep as a contract has room', async () => {
    const { contract } = await importText(withRound(2));
    expect(contract).toContain('round:');
    expect(contract.length).toBeLessThan(2_000_000);
  });

  test.each([
    ['no map', '- 1', /decisions\.yaml:1: This must be object/],
    ['a key that is none', 'from: a\noperations: {}\nupdat: partial', /decisions\.yaml:3: updat is no decision/],
    ['a word that is none', 'from: a\noperations: {}\nupdate: part', /decisions\.yaml:3: This must be/],
  ])('a file of decisions with %s', async (_, decided, sentence) => {
    await expect(importText(acme, [], decided)).rejects.toThrow(sentence);
  });
});

test.each([
  ['verified', 'active: verified', 'active: frozen'],
  ['unverified', 'pending: unverified', 'pending: frozen'],
])('words of a status of which none means %s are refused where they are decided', async (status, said, by) => {
  const { decisions } = await importText(acme);
  const decided = decideAll(decisions).replace(said, by);
  const line = decided.split('\n').indexOf('words:') + 1;
  const sentence = new RegExp(`v1\\.decisions\\.yaml:(${line}|${line + 1}): No word means ${status}; .*status: none`);
  await expect(importText(acme, [], decided)).rejects.toThrow(sentence);
});

test.each(['first_name', 'nothing_of_a_user'])(
  'a status of %s, which has no words, is refused where it is decided',
  async (name) => {
    const { decisions } = await importText(acme);
    const decided = decideAll(decisions).replace('status: status', `status: ${name}`);
    const line = decided.split('\n').indexOf(`status: ${name} # status, or none`) + 1;
    const sentence = new RegExp(`v1\\.decisions\\.yaml:${line}: ${name} has no words .*, or say none`);
    await expect(importText(acme, [], decided)).rejects.toThrow(sentence);
  },
);
