import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';
import { build } from 'esbuild';
import { nodeListener } from './node-listener.ts';
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
const files = new Map<string, readonly [type: string, content: string]>([
  ['/', ['text/html', readFileSync(new URL('page.html', import.meta.url), 'utf8')]],
  ['/page.js', ['text/javascript', outputFiles[0]?.text ?? '']],
]);

const answer = (request: Request): Response | Promise<Response> => {
  const [type, content] = files.get(new URL(request.url).pathname) ?? [];
  if (type === undefined) return route(request);
  if (!['GET', 'HEAD'].includes(request.method))
    return new Response('', { status: 405, headers: { allow: 'GET, HEAD' } });
  return new Response(content, { headers: { 'content-type': type } });
};

const server = createServer(nodeListener(answer));
server.listen(Number(process.env.PORT ?? 4020), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  for (const { name, id, status } of mock.fixtures.filter((user) => !user.name.includes('usiness')))
    console.log(`${status}: http://127.0.0.1:${port}/?user=${id} (${name})`);
});
