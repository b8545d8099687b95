import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FieldState, fieldsFor, planAll } from 'amend';
import { afterAll, expect, test } from 'vitest';
import { pagesUrl } from '../../source.ts';
import { type Change, nest } from './change.ts';
import type { Data } from './data.ts';
import { asTypeScript } from './snippets.ts';
import { subjects } from './subjects.ts';

// Every program that the page shows compiles as it stands, and a line that may not compile says so and does not.

const { code }: Data = JSON.parse(readFileSync(new URL('data.json', pagesUrl), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'amend-snippets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sampleOf = ({ field, schema }: FieldState): unknown => {
  const [type] = [schema.type].flat();
  if (schema.const !== undefined || schema.enum) return schema.const ?? schema.enum?.[0];
  if (type === 'array') return field.startsWith('documents.') ? [{ type: 'PASSPORT' }] : [];
  const samples: Record<string, unknown> = { boolean: true, integer: 1, number: 1, object: {} };
  return samples[String(type)] ?? "it's";
};

const root = fileURLToPath(new URL('../../../../', import.meta.url));

test('the programs of every kind of user in every status compile', () => {
  const written = subjects.flatMap((subject, at) =>
    (['verified', 'unverified', 'unknown', undefined] as const).flatMap((status) => {
      const { operation, provider } = subject;
      const states = fieldsFor(operation, status ?? 'unknown').filter(({ schema }) => schema.type !== 'object');
      const open = Object.fromEntries(
        states.flatMap((state) => (state.editable ? [[state.field, sampleOf(state)]] : [])),
      );
      const locked = states.flatMap((state) => (state.editable ? [] : [{ [state.field]: sampleOf(state) }]));
      return [open, ...locked].map((change: Change, index) => {
        const account = { operation, id: 'USER_ID', status: status ?? 'NOBODY_KNOWS' };
        const [plan] = planAll(nest(change).patch, [{ ...account, native: nest(change).native }]);
        const planned = { subject, account, plan: plan as NonNullable<typeof plan> };
        const text = asTypeScript(
          planned,
          change,
          index % 2 === 1,
          code[provider] as NonNullable<(typeof code)[string]>,
        );
        const file = `${provider}-${at}-${status}-${index}.ts`;
        writeFileSync(join(folder, file), text);
        return text;
      });
    }),
  );
  const replacements = subjects.filter(({ operation }) => operation.rules?.update === 'replacement').length;
  expect(replacements).toBeGreaterThan(0);
  expect(written.filter((text) => text.includes('current: toUser(')).length).toBeGreaterThan(replacements * 4);
  expect(written.filter((text) => text.includes('@ts-expect-error')).length).toBeGreaterThan(20);
  expect(written.filter((text) => !text.includes('@ts-expect-error')).length).toBeGreaterThan(20);
  const paths = {
    amend: [`${root}packages/amend/src/index.ts`],
    'amend/*': [`${root}packages/amend/src/providers/*.ts`],
    '@amend/*': [`${root}packages/*/src/index.ts`],
  };
  const compilerOptions = { paths, lib: ['es2024', 'dom', 'dom.iterable', 'dom.asynciterable'], types: [] };
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: `${root}tsconfig.base.json`, compilerOptions, include: ['*.ts'] }),
  );
  const { stdout } = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: '' },
  });
  expect(stdout.split('\n').slice(0, 12)).toEqual(['']);
});
