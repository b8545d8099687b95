import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const pathTo = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const compile = (folder: string): string =>
  spawnSync(process.execPath, [pathTo('../../../node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' })
    .stdout;

test('what the tests of this package say of types is so', () => {
  expect(compile(pathTo('..'))).toBe('');
});

/** Exports of a library whose types nobody wrote down: the compiler has to name them. */
const library = `
import { explain, fieldsFor, fieldsForAll, formOf, patchJsonSchema, patchSchema, type Plan, plan, planAll, requestOf, send, toUser } from 'amend';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetBusiness, machnetIndividual } from 'amend/machnet';
import { stiltUser } from 'amend/stilt';

type Client = Parameters<typeof send>[1];
export const { update } = machnetIndividual;
export const resources = { hpayUser, ingoUser, machnetBusiness, machnetIndividual, stiltUser };
export const { rows, rules, reader, validate } = update;
export const { email, virtual_documents } = rows;
export const { codec } = email;
export const documentCodec = virtual_documents.codec;
export const rule = rules.properties.email;
export const { verification, recordIn, rows: readRows } = reader;
export const schema = patchSchema(update, { id: 'x' });
export const { validate: check } = schema['~standard'];
export const checked = check({});
export const change = (city: string) => plan(update, { id: 'x', status: 'verified', patch: { address: { city } } });
export const changes = (city: string) => planAll({ address: { city } }, [{ operation: update }]);
export const sent = (made: Plan, client: Client) => send(made, client);
export const options = {} as NonNullable<Parameters<typeof send>[2]>;
export const failure = async (made: Plan, client: Client) => {
  const result = await send(made, client);
  return result.ok ? undefined : result.error;
};
export const request = (made: ReturnType<typeof change>) => requestOf(made);
export const body = (made: ReturnType<typeof change>) => requestOf(made)?.body;
export const user = toUser(update, {});
export const form = fieldsFor(update, 'verified');
export const profile = formOf(update, user);
export const { values, patchOf } = profile;
export const json = patchJsonSchema(update, 'verified');
export const shared = fieldsForAll([{ operation: update }]);
export const why = explain(update, 'email', 'verified');
export const accounts = {} as Parameters<typeof planAll>[1];
`;

test('a library that declares what it exports can name every type, where pnpm hides our other packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amend-types-'));
  try {
    const store = join(folder, 'node_modules/.pnpm/amend@1/node_modules');
    for (const name of ['contract', 'client', 'hpay', 'ingo', 'machnet', 'stilt', 'amend']) {
      const target = join(store, name === 'amend' ? name : `@amend/${name}`);
      mkdirSync(target, { recursive: true });
      const filter = (path: string): boolean => !path.endsWith('.test.ts');
      for (const part of ['src', 'package.json'])
        cpSync(pathTo(`../../${name}/${part}`), join(target, part), { recursive: true, filter });
    }
    const openapiFetch = pathTo('../../client/node_modules/openapi-fetch');
    symlinkSync(openapiFetch, join(store, 'openapi-fetch'));
    symlinkSync('.pnpm/amend@1/node_modules/amend', join(folder, 'node_modules/amend'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'library.ts'), library);
    const emitting = { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: 'out', rootDir: '.' };
    const compilerOptions = { ...emitting, lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'] };
    const tsconfig = { extends: pathTo('../../../tsconfig.base.json'), compilerOptions, files: ['library.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
    expect(compile(folder)).toBe('');
    expect(readFileSync(join(folder, 'out/library.d.ts'), 'utf8')).toContain('export declare const resources');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
