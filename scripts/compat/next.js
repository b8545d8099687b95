import assert from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname } from 'node:path';

// Builds and serves pages that ask HPay for a user, with the `fetch` that Next has patched: each asks anew, and no answer
// lies on the disk.

const files = {
  'ask.js': `import { createHpay } from '@amend/hpay';
export const ask = async () => {
  const hpay = createHpay({ apiKey: 'key', secretKey: 'secret', baseUrl: process.env.PROVIDER });
  const answer = await hpay.getUser({ path: { user_id: 'user_abc123' } });
  return answer.ok ? answer.data.name : answer.error.message;
};`,
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  'app/page.js': `import { ask } from '../ask.js';
export default async () => <p>{await ask()}</p>;`,
  'app/edge/page.js': `import { ask } from '../../ask.js';
export const runtime = 'edge';
export default async () => <p>{await ask()}</p>;`,
  // Next 13 makes such a route when it builds, whatever it asks for.
  'app/route/route.js': `import { ask } from '../../ask.js';
export const dynamic = 'force-dynamic';
export const GET = async () => new Response(await ask());`,
};
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const listen = async (server) => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server.address().port;
};
let asked = 0;
const user = { id: 'user_abc123', app_user_id: '1', phone_number: '+12105550132' };
const provider = createServer((_, response) => response.end(JSON.stringify({ ...user, name: `Planted ${++asked}.` })));
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  PROVIDER: `http://127.0.0.1:${await listen(provider)}`,
};
const free = createServer();
const port = String(await listen(free));
await once(free.close(), 'close');

const next = 'node_modules/next/dist/bin/next';
const built = spawn(process.execPath, [next, 'build'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
assert.deepEqual(await once(built, 'close'), [0, null]);
const server = spawn(process.execPath, [next, 'start', '--port', port], { env, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  for await (const text of server.stdout) if (/ready/i.test(String(text))) break;
  const names = [];
  for (const path of ['', '', 'edge', 'edge', 'route', 'route']) {
    const page = await (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
    names.push(/Planted [0-9]+\./.exec(page)?.[0]);
  }
  assert.ok(names.every(Boolean), `a page has no answer: ${names}`);
  assert.equal(new Set(names).size, names.length, `an answer comes twice: ${names}`);
} finally {
  server.kill();
}
const kept = globSync('.next/**').filter(
  (path) => statSync(path).isFile() && /Planted [0-9]/.test(readFileSync(path, 'latin1')),
);
assert.deepEqual(kept, [], 'an answer lies on the disk');
process.exit(0);
