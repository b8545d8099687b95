import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContract } from './contract.ts';
import { outputProblems } from './output-problems.ts';
import type { ContractSource } from './provider.ts';
import { providers } from './providers.ts';
import { compiledName, compileSpec, readSpec } from './read-spec.ts';
import { specs } from './specs.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-mock-'));
afterAll(() => rmSync(folder, { recursive: true }));

const control: ContractSource = {
  name: 'control',
  file: new URL('../control.yaml', import.meta.url).href,
  prefix: '/__amend',
  validators: {},
};
const sources = [...providers.flatMap(({ contracts }) => contracts), control];

describe.each(sources)('$name', (source) => {
  test('is the same when it is built', async () => {
    const { document, operations } = await compileSpec(new URL(source.file, specs));
    const built = join(folder, compiledName(source.file));
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(built, JSON.stringify({ document, operations }));
    const read = await readSpec(source.file, pathToFileURL(`${folder}/`));
    expect(read.document).toStrictEqual(document);
    expect(await read.prismOperations()).toStrictEqual(operations);
    expect(operations.length).toBeGreaterThan(0);
  });

  test('has an answer only where a wrong one is found out', async () => {
    const { operations, ready } = await loadContract(source);
    await ready();
    // Prism is silent about a schema that it cannot compile.
    const unchecked = operations.flatMap(({ id, prism }) =>
      prism.responses
        .filter(({ code, contents = [] }) => contents.length > 0 && outputProblems(prism, Number(code), 0).length === 0)
        .map(({ code }) => `${id} ${code}`),
    );
    expect(unchecked).toEqual([]);
  });
});

test('a broken contract is refused when it is loaded', async () => {
  const file = pathToFileURL(join(folder, 'broken.yaml'));
  writeFileSync(
    file,
    "openapi: 3.1.0\npaths: { /users: { get: { operationId: getUser, requestBody: { $ref: '#/a' } } } }",
  );
  await expect(loadContract({ ...control, name: 'broken', file: file.href })).rejects.toThrow(
    'The contract broken cannot be served: #/paths/~1users/get/requestBody refers to #/a, which is not in it.',
  );
});

test('an operation is known to Prism once the contract is ready', async () => {
  const { operations, ready } = await loadContract(control);
  expect(() => operations[0]?.prism).toThrow(/^Prism has not read .* of control\.$/);
  await ready();
  const known = operations.map(({ prism }) => prism);
  expect(known.map(({ iid }) => iid)).toEqual(operations.map(({ id }) => id));
  await ready();
  // Prism keeps what it compiled beside the very objects.
  for (const [index, { prism }] of operations.entries()) expect(prism).toBe(known[index]);
});
