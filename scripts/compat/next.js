import assert from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Builds and serves a page, asks for it twice, and looks whether an answer of a provider lies in Next's cache.

const next = ['node_modules/next/dist/bin/next'];
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
const built = spawnSync(process.execPath, [...next, 'build'], { env, encoding: 'utf8' });
assert.equal(built.status, 0, built.stderr + built.stdout);
const port = String(20_000 + (process.pid % 20_000));
const server = spawn(process.execPath, [...next, 'start', '--port', port], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  for await (const text of server.stdout) if (/ready/i.test(String(text))) break;
  for (const query of ['a', 'b']) {
    const page = await (await fetch(`http://127.0.0.1:${port}/?q=${query}`)).text();
    for (const id of JSON.parse(process.env.EXPECTED)) assert.ok(page.includes(id));
  }
} finally {
  server.kill();
}
const cache = '.next/cache/fetch-cache';
const kept = existsSync(cache) ? readdirSync(cache).map((file) => readFileSync(join(cache, file), 'utf8')) : [];
assert.deepEqual(kept, [], 'an answer lies in the cache');
process.exit(0);
