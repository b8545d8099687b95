import { contracts, type Json, type JsonObject, readContract } from '@amend/compiler/read';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';

const at = (document: Json, pointer: string): Json =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json>((node, part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      return ((node as JsonObject)[key] ?? null) as Json;
    }, document);

const escapePointer = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

interface Example {
  name: string;
  value: Json;
  schemaPointer: string;
  direction: 'request' | 'response';
}

/** Every example of every media type, whether written in place or referenced. */
const examplesOf = (document: JsonObject): Example[] => {
  const found: Example[] = [];
  const visit = (node: Json, pointer: string, direction: Example['direction']) => {
    if (typeof node !== 'object' || node === null) return;
    const { examples, schema } = node as JsonObject;
    if (schema && examples)
      for (const [name, example] of Object.entries(examples as JsonObject)) {
        const reference = (example as JsonObject).$ref as string | undefined;
        const { value } = (reference ? at(document, reference.slice(1)) : example) as JsonObject;
        found.push({ name: `${pointer} ${name}`, value: value as Json, schemaPointer: `${pointer}/schema`, direction });
      }
    for (const [key, child] of Object.entries(node))
      if (key !== 'examples' && key !== 'schema')
        visit(child, `${pointer}/${escapePointer(key)}`, key === 'responses' ? 'response' : direction);
  };
  visit(document.paths as Json, '/paths', 'request');
  visit(document.webhooks ?? null, '/webhooks', 'response');
  visit((document.components as JsonObject).responses ?? null, '/components/responses', 'response');
  return found;
};

const validatorFor = (document: JsonObject, direction: Example['direction']) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  // Redocly's own check of examples does not look at these two.
  ajv.removeKeyword('readOnly').removeKeyword('writeOnly');
  ajv.addKeyword({ keyword: 'readOnly', validate: (readOnly: boolean) => !(readOnly && direction === 'request') });
  ajv.addKeyword({ keyword: 'writeOnly', validate: (writeOnly: boolean) => !(writeOnly && direction === 'response') });
  return ajv.addSchema({ ...document, $id: 'https://contract.example/' });
};

describe.each(contracts)('$name', ({ name }) => {
  const document = readContract(name);
  const validators = { request: validatorFor(document, 'request'), response: validatorFor(document, 'response') };

  test.each(examplesOf(document))('$name', ({ value, schemaPointer, direction }) => {
    const validate = validators[direction].getSchema(`https://contract.example/#${encodeURI(schemaPointer)}`);
    validate?.(value);
    expect(validate?.errors ?? null).toEqual(null);
    expect(validate).toBeDefined();
  });

  test('has examples', () => {
    expect(examplesOf(document).length).toBeGreaterThan(5);
  });
});
