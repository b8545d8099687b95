import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { maxBodyBytes } from './handle.ts';
import { anyCredentials } from './testing/call.ts';
import { hpay, keys, machnet, tryCases } from './testing/try-cases.ts';

// Bodies of megabytes. After each, the mock still answers.

const { server, fronts } = await tryCases({
  'a twelve-megabyte body': { body: `{"first_name":"${'x'.repeat(12_000_000)}"}`, status: 413 },
  'a body of the greatest size': { body: `{"first_name":"${'x'.repeat(maxBodyBytes - 17)}"}`, status: 200 },
  'one byte more': { body: `{"first_name":"${'x'.repeat(maxBodyBytes - 16)}"}`, status: 413 },
  'four million zeros': { body: `[${'0,'.repeat(3_999_999)}0]`, status: 413, says: /more than 30000 values/ },
  'four million zeros in a field': { body: `{"first_name":[${'0,'.repeat(3_999_999)}0]}`, status: 413 },
  'two million objects in a list': { body: `{"virtual_documents":[${'{},'.repeat(1_999_999)}{}]}`, status: 413 },
  '600,000 keys': { body: keys(600_000), status: 413 },
  '600,000 keys for HPay': {
    method: 'PATCH',
    path: hpay,
    body: keys(600_000),
    status: 413,
    says: /^{"detail":"The body has more/,
  },
  '600,000 faults': { method: 'POST', path: '/__amend/faults', body: keys(600_000), status: 413 },
});

test('200 connections at once, a tenth of them with a body of ten megabytes', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const large = Buffer.alloc(10_000_000, ' ');
  const headers = { ...anyCredentials, 'Content-Type': 'application/json' };
  const statuses = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const isLarge = index % 10 === 0;
      const sending = request(server.url + machnet, { method: isLarge ? 'PATCH' : 'GET', headers, agent });
      sending.end(isLarge ? large : undefined);
      const [answer] = await once(sending, 'response');
      answer.resume();
      return answer.statusCode;
    }),
  );
  agent.destroy();
  expect(statuses.filter((status) => status === 413)).toHaveLength(20);
  expect(statuses.filter((status) => status === 200)).toHaveLength(180);
  expect((await fronts['on a port']('GET', machnet)).status).toBe(200);
});
