import { contracts, readModel } from '@amend/compiler/read';
import { createMock } from '@amend/mock';
import { describe, expect, test } from 'vitest';
import { contentOf, type Node, operationsAt, resolve } from './openapi.ts';
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
  const document = readModel(name).document as Node;
  const server = `http://localhost${mock.mounts.find(({ contract }) => contract === name)?.path}`;

  test.each(operationsAt(document, 'paths').map((operation) => [operation.id, operation] as const))(
    'the call of %s',
    async (_, operation) => {
      const { examples } = contentOf(document, resolve(document, operation.node.requestBody));
      const text = curlOf(document, operation, server, examples[0]?.text);
      const answer = await callIn(text);
      const said = await answer.text();
      expect([401, 403, 405, 415, 500].includes(answer.status) ? said : '').toBe('');
      const log = (await (await mock.fetch('http://localhost/__amend/requests')).json()) as object[];
      expect(log.at(-1)).toMatchObject({ operation: operation.id });
    },
  );
});

test('a form is shown field by field, a token as one, and a needed query by its name', () => {
  const document = {
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/people/{personId}': {
        parameters: [{ name: 'personId', in: 'path', required: true }],
        post: {
          operationId: 'change',
          parameters: [
            { name: 'app', in: 'query', required: true },
            { name: 'page', in: 'query' },
          ],
          requestBody: { content: { 'application/x-www-form-urlencoded': {} } },
        },
      },
    },
  };
  const [operation] = operationsAt(document, 'paths');
  expect(
    operation && curlOf(document, operation, 'https://example.com', '{"city":"L\'Aquila"}').split(' \\\n  '),
  ).toEqual([
    "curl --request POST 'https://example.com/people/PERSONID?app=APP'",
    "--header 'Authorization: Bearer TOKEN'",
    "--header 'content-type: application/x-www-form-urlencoded'",
    String.raw`--data-urlencode 'city=L'\''Aquila'`,
  ]);
});
