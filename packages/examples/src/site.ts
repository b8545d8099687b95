import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';
import { build } from 'esbuild';
import { createUserRoute } from './server-route.ts';

/** The page with its forms, the route and a mock behind it. */
export const createSite = async () => {
  const mock = await createMock({ only: ['machnet'] });
  const credentials = { clientId: 'any', clientSecret: 'any' };
  const route = createUserRoute(
    createMachnet({ ...credentials, baseUrl: 'http://localhost/machnet', fetch: mock.fetch }),
  );
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.tsx', import.meta.url))],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
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
  return { mock, answer };
};
