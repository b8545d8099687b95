import { contracts, readModel } from '@amend/compiler/read';
import { createMock } from '@amend/mock';
import { describe, expect, test } from 'vitest';
import type { Node } from './node.ts';
import { readContract } from './openapi.ts';
import { curlOf } from './sample.ts';

// What the reference shows as a call is one that the mock knows, and takes for that of somebody with credentials.

const mock = await createMock();

const callIn = (text: string) => {
  const [, method = '', url = ''] = /^curl --request (\S+) '([^']+)'/.exec(text) ?? [];
  const headers = [...text.matchAll(/--header '([^:]+): ([^']+)'/g)].map(([, name = '', value = '']) => [name, value]);
  const [, body] = /--data-raw '(.*)'$/s.exec(text) ?? [];
  return mock.fetch(url, {
    method,
    headers: headers as [string, string][],
    ...(body !== undefined && { body: body.replaceAll(String.raw`'\''`, "'") }),
  });
};

describe.each(contracts.map(({ name }) => name))('%s', (name) => {
  const { operations } = readContract(readModel(name).document as Node);
  const server = `http://localhost${mock.mounts.find(({ contract }) => contract === name)?.path}`;

  test.each(operations.map((operation) => [operation.id, operation] as const))(
    'the call of %s',
    async (_, operation) => {
      const text = curlOf(operation, server, operation.body?.examples[0]?.text);
      const answer = await callIn(text);
      const said = await answer.text();
      expect([401, 403, 405, 415, 500].includes(answer.status) ? said : '').toBe('');
      const log = (await (await mock.fetch('http://localhost/__amend/requests')).json()) as object[];
      expect(log.at(-1)).toMatchObject({ operation: operation.id });
    },
  );
});

const calledBy = (scheme: object, media: string, example: string, more: readonly object[] = []): string[] => {
  const document = {
    security: [{ key: [] }],
    components: { securitySchemes: { key: scheme }, schemas: { Version: { const: '2026-01' } } },
    paths: {
      '/people/{personId}': {
        parameters: [{ name: 'personId', in: 'path', required: true }],
        post: {
          operationId: 'change',
          parameters: [{ name: 'app', in: 'query', required: true }, { name: 'page', in: 'query' }, ...more],
          requestBody: { content: { [media]: {} } },
        },
      },
    },
  };
  const [operation] = readContract(document).operations;
  return operation ? curlOf(operation, 'https://example.com', example).split(' \\\n  ') : [];
};

test('a form is written as one, whatever it holds, and a needed query by its name', () => {
  const example = '{"city":"L\'Aquila","home":{"zip":"1 2"},"tags":["a"]}';
  expect(calledBy({ type: 'http', scheme: 'bearer' }, 'application/x-www-form-urlencoded', example)).toEqual([
    "curl --request POST 'https://example.com/people/PERSONID?app=APP'",
    "--header 'Authorization: Bearer TOKEN'",
    "--header 'content-type: application/x-www-form-urlencoded'",
    String.raw`--data-raw 'city=L'\''Aquila&home[zip]=1%202&tags[0]=a'`,
  ]);
});

const bearer = "--header 'Authorization: Bearer TOKEN'";

test.each<[name: string, scheme: object, words: readonly string[], query?: string]>([
  ['a header', { type: 'apiKey', in: 'header', name: 'X-Key' }, ["--header 'X-Key: X_KEY'"]],
  ['a query', { type: 'apiKey', in: 'query', name: 'key' }, [], '&key=KEY'],
  ['a cookie', { type: 'apiKey', in: 'cookie', name: 'key' }, ["--cookie 'key=KEY'"]],
  ['basic', { type: 'http', scheme: 'Basic' }, ["--user 'USERNAME:PASSWORD'"]],
  ['bearer', { type: 'http', scheme: 'bearer' }, [bearer]],
  ['OAuth 2', { type: 'oauth2', flows: {} }, [bearer]],
  ['OpenID', { type: 'openIdConnect' }, [bearer]],
  ['a certificate', { type: 'mutualTLS' }, ["--cert 'CERTIFICATE'"]],
  ['what nobody knows', { type: 'constructor' }, []],
])('who calls is shown as the scheme says: %s', (_, scheme, words, query = '') => {
  expect(calledBy(scheme, 'application/vnd.api+json', '{}')).toEqual([
    `curl --request POST 'https://example.com/people/PERSONID?app=APP${query}'`,
    ...words,
    "--header 'content-type: application/vnd.api+json'",
    "--data-raw '{}'",
  ]);
});

test('what a call needs besides is in it, and of one value with that', () => {
  const more = [
    { name: 'Request-Key', in: 'header', required: true },
    { name: 'X-Version', in: 'header', required: true, schema: { $ref: '#/components/schemas/Version' } },
    { name: 'X-Mode', in: 'header', required: true, schema: { enum: ['test'] } },
    { name: 'X-Note', in: 'header' },
    { name: 'filter[kind]', in: 'query', required: true, schema: { enum: ['a', 'b'] } },
  ];
  expect(calledBy({}, 'application/json', '{}', more).slice(0, -2)).toEqual([
    "curl --request POST 'https://example.com/people/PERSONID?app=APP&filter%5Bkind%5D=FILTER_KIND_'",
    "--header 'Request-Key: REQUEST_KEY'",
    "--header 'X-Version: 2026-01'",
    "--header 'X-Mode: test'",
  ]);
});
