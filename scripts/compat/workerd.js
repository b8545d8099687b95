import assert from 'node:assert';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

// A worker that calls each provider with workerd's own fetch, looked up or handed in, with old and with new behaviour.

const worker = `import { callEach } from './consumer.js';
export default { fetch: async (request, { ORIGIN }) =>
  Response.json([await callEach(ORIGIN), await callEach(ORIGIN, { fetch: globalThis.fetch })]) };`;
const expected = JSON.parse(process.env.EXPECTED);
const { outputFiles } = await build({
  stdin: { contents: worker, resolveDir: '.' },
  bundle: true,
  format: 'esm',
  write: false,
});
for (const compatibilityDate of ['2021-11-02', '2024-01-01', '2025-05-01']) {
  const script = outputFiles[0].text;
  const miniflare = new Miniflare({
    modules: true,
    script,
    compatibilityDate,
    bindings: { ORIGIN: process.env.ORIGIN },
  });
  const response = await miniflare.dispatchFetch('http://localhost/');
  assert.deepEqual(await response.json(), [expected, expected]);
  await miniflare.dispose();
}
