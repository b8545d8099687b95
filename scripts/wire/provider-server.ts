import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Contract, contracts } from '@amend/compiler/read';
import { readExamples } from './contract-examples.ts';

/** The calls of `consumer.ts`, as a server sees them, and the operations that they are. */
const calls = [
  ['POST /ingo/v4/user/update', 'ingo@v4', 'updateUser'],
  ['PATCH /machnet/users/', 'machnet@v4', 'updateUser'],
  ['PUT /stilt/users/', 'stilt@v1', 'updateUser'],
  ['GET /hpay/api/v1/users/', 'hpay@v1', 'listUsers'],
];

/** What `consumer.ts` finds in the answers. */
export const expected = [
  'user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef',
  'f45680e1-014d-42c7-be86-3b2899e911c3',
  '2acf04c3-48d1-456f-a54e-1f4251814478',
  '50a59abe-e714-4416-a9f9-273a9b1dbe87',
];

/** What a page of anywhere may do, for environments that hold `fetch` to it. */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
};

/** A small server that answers each call with the contract's first example. */
export const startProviders = async () => {
  const answers = calls.map(([request = '', name, operation]) => {
    const { responses } = readExamples(contracts.find((contract) => contract.name === name) as Contract);
    return [request, responses.find((response) => response.operation === operation)?.body] as const;
  });
  const server = createServer((request, response) => {
    const [, answer] = answers.find(([start]) => `${request.method} ${request.url}`.startsWith(start)) ?? [];
    const status = answer || request.method === 'OPTIONS' ? 200 : 404;
    request.resume().on('end', () => response.writeHead(status, cors).end(JSON.stringify(answer ?? {})));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
};
