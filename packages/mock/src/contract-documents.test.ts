import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { modelNamed, toReadModel } from '../repository.ts';
import { loadContract } from './contract.ts';
import { showDocument } from './contract-documents.ts';
import { createMock } from './index.ts';

const mock = await createMock();
const origin = 'http://127.0.0.1:4010';
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  mock.fetch(path.startsWith('http') ? path : `${origin}/__amend/contracts${path}`, { method, headers });

interface Listed {
  readonly provider: string;
  readonly version: string;
  readonly url: string;
  readonly json: string;
  readonly yaml: string;
}
const listed: readonly Listed[] = await (await get('')).json();

test('every contract that is served is listed, and that of the mock itself', () => {
  expect(listed.map(({ url }) => url)).toEqual(mock.mounts.map(({ path }) => origin + path));
  expect(listed.at(-1)?.provider).toBe('amend');
});

describe.each(listed)('$provider $version', ({ json, yaml, url }) => {
  test('is the same in both forms, and calls the mock first', async () => {
    const document = await (await get(json)).json();
    expect(document.servers[0]).toEqual({ url, description: 'This mock.' });
    expect(document.servers.length).toBeGreaterThan(1);
    const text = await (await get(yaml)).text();
    expect(parse(text)).toEqual(document);
    // What was written by hand has comments, or at least no quotes around its keys.
    expect(text).toMatch(/^openapi: 3\.1\.0$/m);
  });
});

/** The nodes that are a reference with something beside it. */
function* references(node: unknown): Generator<Record<string, unknown> & { $ref: string }> {
  if (typeof node !== 'object' || node === null) return;
  if ('$ref' in node && typeof node.$ref === 'string') yield { ...node, $ref: node.$ref };
  for (const each of Object.values(node)) yield* references(each);
}

test.each(listed)('$provider $version merges its lists with lists, or Postman cannot import it', async ({ json }) => {
  const document = await (await get(json)).json();
  const found = [...references(document)].flatMap(({ $ref, ...beside }) => {
    const target = $ref
      .split('/')
      .slice(1)
      .reduce((part, key) => part[key], document);
    return Object.keys(beside).filter((key) => Array.isArray(target[key]) && !Array.isArray(beside[key]));
  });
  expect(found).toEqual([]);
});

describe('the form', () => {
  test.each([
    ['/hpay/v1', {}, 'application/json'],
    ['/hpay/v1', { Accept: 'application/yaml' }, 'application/yaml'],
    ['/hpay/v1', { Accept: 'text/x-none, application/vnd.oai.openapi;q=0.3' }, 'application/yaml'],
    ['/hpay/v1', { Accept: 'application/vnd.oai.openapi+json' }, 'application/json'],
    ['/hpay/v1.json', { Accept: 'application/yaml' }, 'application/json'],
    ['/hpay/v1.yaml', { Accept: 'application/json' }, 'application/yaml'],
    ['/hpay/v1.yml', {}, 'application/yaml'],
  ])('%s %j: %s', async (path, headers, type) => {
    const answer = await get(path, headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    const head = await get(path, headers, 'HEAD');
    expect([head.status, head.headers.get('content-type')]).toEqual([200, type]);
    expect(head.headers.get('content-length')).toBe(String((await answer.bytes()).length));
  });
});

test.each([
  ['/hpay/v2', {}, 404],
  ['/hpay/v1.xml', {}, 404],
  ['/hpay/.yaml', {}, 404],
  ['/hpay/constructor', {}, 404],
  ['/__proto__/v1', {}, 404],
  ['/hpay/..%2f..%2fhpay%2fv1', {}, 404],
  ['/hpay/v1%0a.json', {}, 404],
  ['/hpay', {}, 404],
  ['/hpay/v1', { Accept: 'text/html' }, 406],
  ['/hpay/v1', { Origin: 'http://localhost:5173' }, 403],
])('%s %j: %i', async (path, headers, status) => {
  expect((await get(path, headers as Record<string, string>)).status).toBe(status);
});

describe('a contract that is laid out otherwise', () => {
  const model = modelNamed('control');
  const { servers: _, ...others } = model.document;
  const show = async (text: string, document = model.document) => {
    const read = async () => ({ ...toReadModel({ ...model, document }, () => text) });
    const contract = await loadContract({ name: 'control', prefix: '/here', read });
    const asked = { params: { provider: 'amend', version: 'v1.yaml' }, origin, media: '' };
    return parse(String(((await showDocument([contract], asked)) as { body: string }).body)).servers;
  };
  const first = { url: `${origin}/here`, description: 'This mock.' };

  test.each([
    ['indented', 'a: 1\nservers:\n  - url: x\n'],
    ['not indented', 'servers:\n- url: x\n'],
    ['with comments', 'servers: # here\n\n  # the first\n    - url: x\n'],
    ['with other line ends', 'servers:\r\n  - url: x\r\n'],
    ['after another list of this name', 'a:\n  servers:\n  - url: y\nservers:\n  - url: x\n'],
  ])('%s', async (_name, text) => {
    expect(await show(text)).toEqual([first, { url: 'x' }]);
  });

  test.each([
    ['in one line', 'servers: [{ url: x }]\n'],
    ['as JSON', '{"servers": [{"url": "x"}]}'],
  ])('%s is shown as it was read', async (_name, text) => {
    expect(await show(text)).toEqual([first, ...(model.document.servers as [])]);
  });

  test('without servers', async () => {
    expect(await show('a: 1\n', others)).toEqual([first]);
  });
});
