import assert from 'node:assert';
import { once } from 'node:events';
import { createServer } from 'node:http';
import process from 'node:process';
import { createHpay } from '@amend/hpay';
import { callEach } from './consumer.js';

assert.deepEqual(await callEach(process.env.ORIGIN), JSON.parse(process.env.EXPECTED));

// A provider that makes the user, and whose answer is lost: nothing may ask it for another one.
let made = 0;
const server = createServer((request, response) => {
  if (request.method === 'GET') return response.setHeader('content-type', 'application/json').end('[]');
  made += 1;
  request.resume().on('end', () => request.socket.destroy());
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const baseUrl = `http://127.0.0.1:${server.address().port}`;
const hpay = createHpay({ apiKey: 'a', secretKey: 'b', baseUrl });
for (const name of ['Jane', 'Joan', 'June']) {
  assert.ok((await hpay.listUsers()).ok);
  const body = { app_user_id: name, name, phone_number: '+12025550142' };
  const { ok, error } = await hpay.createUser({ body });
  assert.deepEqual([ok, error?.kind, error?.isUncertain, error?.attempts], [false, 'network', true, 1]);
}
assert.equal(made, 3);
process.exit();
