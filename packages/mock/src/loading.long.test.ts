import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = `
  import { createRequire } from 'node:module';
  import { createMock } from ${JSON.stringify(fileURLToPath(new URL('index.ts', import.meta.url)))};
  const { cache } = createRequire(import.meta.url);
  const isLoaded = (name) => Object.keys(cache).some((path) => path.includes('/node_modules/' + name + '/'));
  const loaded = {};
  const look = (when) => { loaded[when] = ['@stoplight/http-spec', 'json-schema-faker'].filter(isLoaded); };
  const { fetch } = await createMock();
  look('made');
  const ask = async (prefer) => {
    const headers = { 'api-key': 'any', 'secret-key': 'any', ...prefer };
    const { status } = await fetch('http://mock.example/hpay/api/v1/users/user_abc123/', { headers });
    if (status !== 200) throw new Error('It was answered with ' + status + '.');
  };
  await ask({});
  look('asked');
  await ask({ prefer: 'dynamic=true' });
  look('asked to make something up');
  console.log(JSON.stringify(loaded));
`;

test('what Prism needs for itself is loaded when somebody asks for it', async () => {
  const args = ['--conditions=amend-source', '--input-type=module', '--eval', script];
  // Nothing was read before, which the tests remember.
  const env = { ...process.env, AMEND_READ_CACHE: '' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname, env });
  expect(JSON.parse(stdout)).toEqual({
    made: [],
    asked: ['@stoplight/http-spec'],
    'asked to make something up': ['@stoplight/http-spec', 'json-schema-faker'],
  });
});
