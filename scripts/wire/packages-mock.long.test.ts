import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { builtinModules, findPackageJSON } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { readFile } from '@amend/compiler/read';
import { build } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { installPackages } from './install-packages.ts';

// The mock as it is published: with its own copy of what it needs of Prism, so that its users install nothing of that.

const inFolder = installPackages('mock', 'cli');
afterAll(() => rmSync(inFolder(), { recursive: true }));

const dist = (...path: string[]) => inFolder('node_modules/@amend/mock/dist', ...path);

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly scripts?: Record<string, string>;
}

/** A package and all that it brings along. */
const treeOf = (file: string, tree = new Map<string, Manifest>()): Map<string, Manifest> => {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (tree.has(manifest.name)) return tree;
  tree.set(manifest.name, manifest);
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const found = findPackageJSON(name, file);
    if (!found) throw new Error(`${name} is not installed.`);
    treeOf(realpathSync(found), tree);
  }
  return tree;
};

describe('who installs it', () => {
  const tree = treeOf(inFolder('node_modules/@amend/mock/package.json'));

  test('gets fewer than 15 packages, and none that runs a script then', () => {
    expect(tree.size).toBeLessThan(15);
    expect(tree.size).toBeGreaterThan(5);
    for (const { name, scripts = {} } of tree.values())
      expect([name, Object.keys(scripts).filter((script) => /^(?:pre|post)?install$/.test(script))]).toEqual([
        name,
        [],
      ]);
  });

  test('gets the licences of what was copied, and a lodash without known vulnerabilities', () => {
    const licences = readFileSync(dist('THIRD-PARTY-LICENSES'), 'utf8');
    expect(licences).toMatch(/^@stoplight\/prism-http [0-9.]+\n\n *Apache License$/m);
    const [, major, minor, patch] = /^lodash (\d+)\.(\d+)\.(\d+)$/m.exec(licences) ?? [];
    expect(Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch)).toBeGreaterThanOrEqual(4_018_000);
    expect(licences).not.toContain('scarf');
  });

  test('has all that it imports', async () => {
    const files = readdirSync(dist()).filter((file) => file.endsWith('.js'));
    const { metafile } = await build({
      entryPoints: files.map((file) => dist(file)),
      bundle: true,
      write: false,
      outdir: 'unused',
      format: 'esm',
      platform: 'node',
      packages: 'external',
      metafile: true,
      logLevel: 'silent',
    });
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.filter(({ external, path }) => external && path !== '<runtime>').map(({ path }) => path),
    );
    const names = imported.map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path.replace(/^node:/, ''))?.[0] ?? path);
    const others = new Set(names.filter((name) => !builtinModules.includes(name)));
    expect(others.size).toBeGreaterThan(0);
    expect([...others].filter((name) => !tree.has(name))).toEqual([]);
  });
});

const script = `
  import { createMock } from '@amend/mock';
  const { fetch } = await createMock();
  const ask = async (prefer) => {
    const headers = { 'api-key': 'any', 'secret-key': 'any', ...(prefer && { prefer }) };
    return (await fetch('http://mock.example/hpay/api/v1/users/user_abc123/', { headers })).status;
  };
  console.log(JSON.stringify([await ask(), await ask('code=404'), await ask('dynamic=true'), await ask('example=disabled')]));
`;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/** As a page's `script-src 'self'` does. */
const noCodeFromText = '--disallow-code-generation-from-strings';

test('answers from memory, from examples, and with what Prism makes up, and makes no code of any text', async () => {
  writeFileSync(inFolder('mock.js'), script);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [noCodeFromText, inFolder('mock.js')]);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([200, 404, 200, 200]);
});

test('what its image runs answers, and is called well then and not before', async () => {
  const dockerfile = readFile('packages/mock/Dockerfile');
  const commandOf = (line: RegExp): readonly string[] => JSON.parse(line.exec(dockerfile)?.[1] ?? '[]').slice(1);
  const [entry, health] = [commandOf(/^ENTRYPOINT (.*)$/m), commandOf(/^HEALTHCHECK[^[]*(\[.*\])$/m)];
  const port = await freePort();
  const isWell = () =>
    promisify(execFile)(
      process.execPath,
      health.map((argument) => argument.replace(':4010/', `:${port}/`)),
    ).then(
      () => true,
      () => false,
    );
  expect(await isWell()).toBe(false);
  const server = spawn(process.execPath, [...entry, '--port', String(port)], { cwd: inFolder(), stdio: 'pipe' });
  try {
    const [said] = await once(server.stdout, 'data');
    expect(String(said)).toContain(`http://127.0.0.1:${port}/`);
    expect(await isWell()).toBe(true);
    const forged = { headers: { host: `rebound.example:${port}` } };
    const [answer] = await once(get({ port, path: '/__amend/routes', ...forged }), 'response');
    expect(answer.statusCode).toBe(403);
    answer.destroy();
  } finally {
    server.kill();
    expect(await once(server, 'exit')).toEqual([0, null]);
  }
});

describe('on Node 20', () => {
  const node = (process.env.PATH ?? '')
    .split(delimiter)
    .map((place) => join(place, 'node'))
    .find((path) => existsSync(path) && execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('v20.'));

  test.skipIf(!node)('the mock and the command do what they do here', async () => {
    copyFileSync(join(import.meta.dirname, '../compat/mock.js'), inFolder('on-node-20.js'));
    expect(await promisify(execFile)(node ?? '', [noCodeFromText, 'on-node-20.js'], { cwd: inFolder() })).toEqual({
      stdout: '',
      stderr: '',
    });
  });
});
