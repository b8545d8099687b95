import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { atPath } from './json.ts';
import { readSource } from './source.ts';
import { acme, acmeWith, importText, withFiles } from './testing.ts';

const changed = (wanted: string | RegExp, by: string): string => acmeWith([wanted, by]);

describe('what a document refers to', () => {
  const name = 'Name: { type: string, title: Family name }';

  test('may stand in a file beside it, which may refer back', async () => {
    const other = `Family: { $ref: 'acme.yaml#/components/schemas/Company/properties/name' }`;
    const text = changed("'#/components/schemas/Name'", "'other.yaml#/Family'");
    await withFiles({ 'acme.yaml': text, 'other.yaml': other }, async (folder) => {
      const { root, follow } = await readSource(`${folder}/acme.yaml`);
      const at = ['components', 'schemas', 'Customer', 'properties', 'last_name'];
      expect(follow(atPath(root, at))).toEqual({ type: 'string' });
    });
  });

  test('may be named by an anchor, in another file as well', async () => {
    const text = changed(name, `Name: { $ref: '#fam' }\n    Family: { $anchor: fam, $ref: 'other.yaml#name' }`);
    await withFiles({ 'acme.yaml': text, 'other.yaml': '- { $anchor: name, type: string }' }, async (folder) => {
      const { root, follow } = await readSource(`${folder}/acme.yaml`);
      const schemas = atPath(root, ['components', 'schemas', 'Name']);
      expect(follow(schemas)).toEqual({ $anchor: 'name', type: 'string' });
    });
  });

  test('may be a text that is said of it, and need not be there', async () => {
    const text = changed('E-mail address.', 'X').replace('description: X', 'description: { $ref: email.md }');
    const says = async (files: Record<string, string>) =>
      withFiles({ 'acme.yaml': text, ...files }, async (folder) => {
        const { root, left } = await readSource(`${folder}/acme.yaml`);
        const said = atPath(root, ['components', 'schemas', 'Customer', 'properties', 'email', 'description']);
        return [said, left.map((line) => line.replace(folder, ''))];
      });
    expect(await says({ 'email.md': 'It: [never\n- changes' })).toEqual(['It: [never\n- changes', []]);
    expect(await says({})).toEqual(['', ['/acme.yaml:114: the text email.md cannot be read']]);
  });

  test('is not what an example, or a key of another tool, shows as data', async () => {
    const data = '{ $ref: continue }';
    const text = changed(
      'schema: { type: integer }, example: 12 }',
      `schema: { type: integer, default: ${data}, x-code: ${data} }, example: ${data} }`,
    ).replace('customer_code: { type', `example: { $ref: '#/components/schemas/Name' }\n        customer_code: { type`);
    await withFiles({ 'acme.yaml': text }, async (folder) => {
      const { root, follow } = await readSource(`${folder}/acme.yaml`);
      const at = ['components', 'schemas', 'Customer', 'properties', 'example'];
      expect(follow(atPath(root, at))).toMatchObject({ type: 'string' });
    });
  });

  test('is told by its pointer in a document of one line', async () => {
    const text = JSON.stringify({ ...parse(acme), servers: [] });
    await expect(importText(text, ['--key', 'K'])).rejects.toThrow(/acme\.yaml#\/servers: The document has no server/);
  });

  test('may be left out, where it cannot be had', async () => {
    const address = 'https://x.example/y.yaml#/a';
    const text = changed(name, `Name: { $ref: '${address}' }`);
    const { contract } = await importText(text, ['--drop', address]);
    expect(contract).toContain('CustomerUpdate');
  });
});
