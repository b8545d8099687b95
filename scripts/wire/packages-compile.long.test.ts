import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFile } from '@amend/compiler/read';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPackages, packages } from './install-packages.ts';

// The consumer and what the READMEs show, against the packages as they are published, their declarations included.

const further = ['check', 'explorer', 'keep', 'mock'];
const inFolder = installPackages(...further);
afterAll(() => rmSync(inFolder(), { recursive: true }));

const providers = packages.filter((name) => !['contract', 'client', 'amend'].includes(name));

const pages = {
  project: 'README.md',
  ...Object.fromEntries(packages.map((name) => [name, `packages/${name}/README.md`])),
};
const snippets = Object.entries(pages).flatMap(([name, page]) =>
  [...readFile(page).matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ''], index) => ({
    file: `${name}-${index + 1}.ts`,
    code,
  })),
);
// What shows a file of a package itself, by its relative imports, is compiled in that package.
for (const { file, code } of snippets) if (!code.includes("from './")) writeFileSync(inFolder(file), code);

// The README's table of error kinds: one that is missing or left over does not compile.
const [, errors = ''] = readFile('packages/client/README.md').split(/^## Errors$/m);
const [table = ''] = errors.split(/^## /m);
const kinds = [...table.matchAll(/^\| `([a-z-]+)` /gm)].map(([, kind]) => `'${kind}': ''`);
writeFileSync(
  inFolder('kinds.ts'),
  `import type { ErrorKind } from '@amend/client';\nexport const kinds: Record<ErrorKind, string> = { ${kinds} };\n`,
);

// Whoever checks declarations too has no more of them than what is installed, with those of Node where it is Node's.
const entries = further.flatMap((folder) => {
  const { name, exports } = JSON.parse(readFileSync(inFolder('node_modules/@amend', folder, 'package.json'), 'utf8'));
  return Object.keys(exports)
    .filter((path) => !path.endsWith('.json'))
    .map((path) => name + path.slice(1));
});
mkdirSync(inFolder('further'));
writeFileSync(
  inFolder('further/further.ts'),
  entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`).join(''),
);

const { resolve } = createRequire(import.meta.url);
const compilers = {
  'TypeScript 7': join(dirname(resolve('typescript/package.json')), 'bin/tsc'),
  // The one that openapi-typescript brings along.
  'TypeScript 5.9': createRequire(resolve('openapi-typescript')).resolve('typescript/lib/tsc.js'),
  // The oldest that is supported; `npm run compat` tries those between.
  'TypeScript 5.4': resolve('typescript-5.4/lib/tsc.js'),
};
const settings = {
  nodenext: { module: 'nodenext', lib: ['es2022'], types: ['node'] },
  bundler: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] },
};

const cases = Object.entries(compilers).flatMap(([compiler, path]) =>
  Object.entries(settings).map(([name, options]) => [`${compiler}, ${name}`, path, options] as const),
);

/** Compiles files of the folder, with each declaration that they read. */
const compile = (compiler: string, name: string, options: object, include = ['*.ts']) => {
  const project = inFolder(`${name}.json`);
  const compilerOptions = { strict: true, noEmit: true, target: 'es2022', ...options };
  writeFileSync(project, JSON.stringify({ compilerOptions, include }));
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' });
  return { status, stdout };
};

test.each(cases)('%s', (name, compiler, options) => {
  const include = ['*.ts', ...(options.types.length > 0 ? ['further/*.ts'] : [])];
  const compiled = compile(compiler, name, { exactOptionalPropertyTypes: true, ...options }, include);
  expect(compiled).toEqual({ status: 0, stdout: '' });
});

const loose = `import { createMachnet } from '@amend/machnet';
import { plan, send } from 'amend';
import { machnetIndividual } from 'amend/machnet';
const machnet = createMachnet({ clientId: '', clientSecret: '' });
const { update } = machnetIndividual;
export const told = async () => {
  const result = await machnet.getUser({ path: { user_id: '' } });
  return result.ok === false ? result.error.message : result.data.id;
};
export const sent = async () => {
  const result = await send(plan(update, { status: 'verified', patch: { phone: '' } }), machnet);
  return result.ok === false ? result.error.message : result.data.phone;
};
// @ts-expect-error email cannot change once the user is verified
plan(update, { status: 'verified', patch: { email: '' } });
// @ts-expect-error city is misspelt
machnet.updateUser({ path: { user_id: '' }, body: { cty: '' } });
`;

test.each(Object.entries(compilers))('%s without strict tells results apart by `=== false`', (name, compiler) => {
  mkdirSync(inFolder('loose'), { recursive: true });
  writeFileSync(inFolder('loose/loose.ts'), loose);
  const compiled = compile(compiler, `${name}, loose`, { ...settings.nodenext, strict: false }, ['loose/*.ts']);
  expect(compiled).toEqual({ status: 0, stdout: '' });
});

test.each(Object.keys(pages))('the README of %s shows how it is used', (name) => {
  expect(snippets.map(({ file }) => file)).toContain(`${name}-1.ts`);
});

/** What of a package can be imported as code, of `amend` too: one place for each provider. */
const entriesOf = (name: string): string[] => {
  const { exports } = JSON.parse(readFileSync(inFolder('node_modules', name, 'package.json'), 'utf8'));
  const modules = Object.keys(exports).filter((place) => !place.endsWith('.json'));
  const places = modules.flatMap((place) => (place === './*' ? providers.map((provider) => `./${provider}`) : [place]));
  return places.map((place) => name + place.slice(1));
};

describe('what a library exports of ours can be named, where it sees its own dependencies alone, as with pnpm', () => {
  const store = inFolder('library/node_modules/.pnpm/store/node_modules');

  test.each([
    ['a provider and what stands on it', 'library', ['amend', ...providers.map((provider) => `@amend/${provider}`)]],
    ['what clients share', 'library/client', ['@amend/client']],
  ])('%s', async (_, folder, names) => {
    for (const name of names) {
      const link = inFolder(folder, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(store, name), link, 'junction');
      for (const entry of entriesOf(name)) {
        const file = inFolder(folder, `${entry.replaceAll(/\W/g, '-')}.ts`);
        writeFileSync(file, `import * as all from '${entry}';\nexport const given = { ...all };\n`);
      }
    }
    if (names.includes('amend'))
      for (const name of providers) {
        const [kind = ''] = Object.keys(await import(`amend/${name}`));
        writeFileSync(inFolder(folder, `${name}.ts`), libraryOn(name, kind));
      }
    writeFileSync(inFolder(folder, 'package.json'), '{ "type": "module" }');
    const options = { ...settings.nodenext, lib: ['es2022', 'dom'], types: [] };
    const written = { noEmit: false, declaration: true, outDir: 'out' };
    const compiled = compile(compilers['TypeScript 5.9'], `${folder}/tsconfig`, { ...options, ...written });
    expect(compiled).toEqual({ status: 0, stdout: '' });
  });

  beforeAll(() => {
    mkdirSync(store, { recursive: true });
    for (const name of readdirSync(inFolder('node_modules')).filter((name) => !name.startsWith('.')))
      cpSync(inFolder('node_modules', name), join(store, name), { recursive: true });
  });
});

/** A library that wraps a provider, and writes no type down. */
function libraryOn(name: string, kind: string): string {
  const create = `create${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `import { ${create} } from '@amend/${name}';
import { fieldsFor, patchSchema, plan, planAll, requestOf, send, toUser } from 'amend';
import { ${kind} } from 'amend/${name}';
export const connect = (options: Parameters<typeof ${create}>[0]) => ${create}(options);
type Client = ReturnType<typeof connect>;
export const call = async (client: Client) => {
  const result = await client.updateUser({} as never);
  return result.ok ? result.data : result.error;
};
export const kind = ${kind};
export const { create } = kind;
export const make = () => plan(create, { patch: {} as never });
export const request = () => requestOf(make());
export const all = () => planAll({}, [{ operation: create }]);
export const deliver = (client: Client) => send(make(), client);
export const form = () => fieldsFor(create, 'verified');
export const schema = patchSchema(create, {});
export const user = toUser(create, {});
`;
}
