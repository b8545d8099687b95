import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';
import { build } from 'esbuild';
import { createUserRoute } from './server-route.ts';

// The form, the route and the mock together, to be looked at in a browser: `npm run example`.

const mock = await createMock({ only: ['machnet'] });
const credentials = { clientId: 'any', clientSecret: 'any' };
const route = createUserRoute(
  createMachnet({ ...credentials, baseUrl: 'http://localhost/machnet', fetch: mock.fetch }),
);

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  conditions: ['amend-source'],
  write: false,
});
const files = new Map<string | undefined, readonly [type: string, content: string]>([
  ['/', ['text/html', readFileSync(new URL('page.html', import.meta.url), 'utf8')]],
  ['/page.js', ['text/javascript', outputFiles[0]?.text ?? '']],
]);

const server = createServer(async (incoming, outgoing) => {
  const { method = 'GET', url = '/' } = incoming;
  const { origin, pathname } = new URL(url, 'http://localhost');
  const [type, content] = files.get(pathname) ?? [];
  if (type) return outgoing.setHeader('content-type', type).end(content);
  const body = method === 'GET' ? null : await text(incoming);
  const response = await route(new Request(origin + pathname, { method, body }));
  outgoing.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text());
});
server.listen(Number(process.env.PORT ?? 4020), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  for (const { name, id, status } of mock.fixtures.filter((user) => !user.name.includes('usiness')))
    console.log(`${status}: http://127.0.0.1:${port}/?user=${id} (${name})`);
});
