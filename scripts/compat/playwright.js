import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createMock } from '@amend/mock';

// A mock, and a page at another origin, for tests that run at the same time.

const mock = await createMock();
const { url: MOCK } = await mock.listen();
const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<title>Site</title>'));
await once(site.listen(0, '127.0.0.1'), 'listening');
const env = { ...process.env, MOCK, SITE: `http://localhost:${site.address().port}/` };
const tests = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], { env, stdio: 'inherit' });
const [code] = await once(tests, 'exit');
process.exitCode = code;
await mock.close();
site.close();
