import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { names, read } from '../repository.ts';
import { type ContractSource, loadContract } from './contract.ts';
import { compileModel, readModel } from './models.ts';
import { outputProblems } from './output-problems.ts';
import { providers } from './testing/providers.ts';

const folder = mkdtempSync(join(tmpdir(), 'amend-mock-'));
afterAll(() => rmSync(folder, { recursive: true }));

const control: ContractSource = { name: 'control', prefix: '/__amend' };
const sources = [...providers.flatMap(({ contracts }) => contracts), control];

test('every contract of the repository is served', () => {
  expect(sources.map(({ name }) => name)).toEqual([...names, 'control']);
});

describe.each(sources)('$name', (source) => {
  test('is the same when it is built', async () => {
    const { document, ...model } = read(source.name);
    writeFileSync(join(folder, `${source.name}.json`), JSON.stringify(await compileModel({ document, ...model })));
    const [built, here] = [await readModel(source.name, folder), await readModel(source.name)];
    expect(built.model).toStrictEqual(model);
    expect(here.model).toStrictEqual({ document, ...model });
    expect(await built.prismOperations()).toStrictEqual(await here.prismOperations());
    expect(await built.prismOperations()).toHaveLength(model.operations.length);
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
