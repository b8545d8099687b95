import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type Listening, listen } from './listen.ts';
import { respect } from './respect.ts';

const open: Listening[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = await listen(listener);
  open.push(server);
  return server.origin;
};

const run = { path: 'specs/hpay/v1.arazzo.yaml', inputs: { apiKey: 'any', secretKey: 'any' } };

test.each([
  ['schema', 201, 'application/json', '{"name": "Aminata Specimen"}'],
  ['status code', 202, 'application/json', '{"name": "Aminata Specimen"}'],
  ['content-type', 201, 'text/html', 'Hello'],
])('the %s of an answer is held against the contract', async (check, status, type, body) => {
  const hpay = await serve((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
  const { passed, text } = await respect({ ...run, servers: { hpay } });
  expect(passed).toBe(false);
  expect(text).toContain(`\u2717 ${check} check`);
});

test('a server that is not there is a failure', async () => {
  const { passed } = await respect({ ...run, servers: { hpay: 'http://127.0.0.1:1' } });
  expect(passed).toBe(false);
});

test('a run that is stopped has ended when it says so', async () => {
  const stop = new AbortController();
  const hpay = await serve(() => stop.abort());
  const { passed } = await respect({ ...run, servers: { hpay }, signal: stop.signal });
  expect(passed).toBe(false);
});
