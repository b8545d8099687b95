import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importText } from './testing.ts';

// A provider whose paths name no user: each call says in its body who is meant.

const body = (name: string) =>
  `requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } }`;
const operation = (path: string, name: string, sent: string) => `
  ${path}:
    post:
      operationId: ${name}
      ${body(sent)}
      responses: { '200': { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Answer' } } } } }`;
const documentOf = (...paths: readonly [update: string, create: string, read: string]): string => `openapi: 3.0.3
info: { title: Acme, version: '1' }
servers: [{ url: 'https://api.acme.example' }]
security: [{ key: [] }]
paths:${['customers.update', 'customers.create', 'customers.get'].map((name, index) => operation(paths[index] ?? '', name, ['Changed', 'Some', 'Named'][index] ?? '')).join('')}
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Named: { type: object, required: [member_code], properties: { member_code: { type: string } } }
    Some: { type: object, properties: { email: { type: string } } }
    Changed: { type: object, required: [member_code], properties: { member_code: { type: string }, email: { type: string } } }
    Answer: { type: object, properties: { member_code: { type: string }, email: { type: string }, created: { type: string } } }
`;

test.each([
  ['is a step of its own', '/member/update', '/member/create', '/member/get'],
  ['begins its name', '/v1/updateMember', '/v1/createMember', '/v1/getMember'],
])('where the verb of a path %s, what belongs together is found, and named for the user', async (_, ...paths) => {
  const { contract, decisions } = await importText(documentOf(...(paths as [string, string, string])));
  expect(decisions).toContain('{update: customers.update, create: customers.create, read: customers.get, list: none');
  expect(decisions).toMatch(/^ {2}member_code: identifier$/m);
  const { components, paths: written } = parse(contract);
  expect(Object.values(written).map((item) => Object(item).post.operationId)).toEqual([
    'updateMember',
    'createMember',
    'getMember',
  ]);
  const role = { member_code: { 'x-role': 'identifier' } };
  const { MemberUpdate, MemberGet, User } = components.schemas;
  for (const { properties } of [MemberUpdate, MemberGet, User]) expect(properties).toMatchObject(role);
});
