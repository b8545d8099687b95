import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { contracts, readContract } from '../read/contracts.ts';
import { vocabulary } from '../read/vocabulary.ts';
import { renderEditorSchema } from './editor-schema.ts';

const schema = JSON.parse(renderEditorSchema());
const validate = new Ajv2020({ strictTypes: false, verbose: true }).compile(schema);

/** Where a contract is marked, and by which keyword. */
const marksOf = (contract: unknown): string[] =>
  validate(contract) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

test.each(contracts.map(({ name }) => name))('nothing in %s is marked', (name) => {
  expect(marksOf(readContract(name))).toEqual([]);
});

describe('what is marked', () => {
  const contractOf = (body: object, operation: object = {}) => ({
    openapi: '3.1.0',
    paths: {
      '/users': {
        patch: {
          ...operation,
          requestBody: { content: { 'application/json': { schema: { properties: { email: body } } } } },
        },
      },
    },
  });
  const patch = '/paths/~1users/patch';
  const email = `${patch}/requestBody/content/application~1json/schema/properties/email`;

  test.each<[name: string, contract: object, marks: string[]]>([
    ['nothing that is right', contractOf({ type: 'string', 'x-updatable': ['verified'] }, { 'x-retry': 'safe' }), []],
    ['a status without a list', contractOf({ 'x-updatable': 'unverified' }), [`${email}/x-updatable type`]],
    ['a misspelt key of ours', contractOf({ 'x-updateable': ['verified'] }), [`${email} additionalProperties`]],
    ['a misspelt keyword', contractOf({ maxlength: 3 }), [`${email} additionalProperties`]],
    ['a key where it means nothing', contractOf({ 'x-retry': 'safe' }), [`${email} additionalProperties`]],
    ['a key of a schema on an operation', contractOf({}, { 'x-updatable': [] }), [`${patch} additionalProperties`]],
    ['a source without an address', contractOf({ 'x-source': { evidence: 'vendor' } }), [expect.any(String)]],
  ])('%s', (_, contract, marks) => {
    expect(marksOf(contract).slice(0, Math.max(1, marks.length))).toEqual(marks);
  });
});

test('each key is explained in the words of specs/README.md', () => {
  const { properties } = schema.$defs.Schema;
  expect(properties['x-minimum-age'].description).toMatch(/^On a date of birth that is sent\. How many years ago/);
  const explained = Object.values<{ properties: object }>(schema.$defs).flatMap((node) =>
    Object.entries(node.properties),
  );
  for (const key of Object.keys(vocabulary))
    expect(explained).toContainEqual([key, expect.objectContaining({ description: expect.stringMatching(/\.$/) })]);
});
