import { spawnSync } from 'node:child_process';
import type { Validate } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { contracts } from '../contracts/contracts.ts';
import { operationsOf } from './contract-operations.ts';
import type { Body } from './openapi.ts';
import { type LoadedContract, loadContract } from './read-contract.ts';
import { resolve } from './references.ts';
import { renderValidators } from './validators.ts';

type Validators = Record<string, Partial<Record<'request' | 'response' | 'error', Validate[]>>>;

interface Example {
  $ref?: string;
  value: unknown;
}

const examplesOf = ({ document }: LoadedContract, body: Body): [name: string, value: unknown][] => {
  const mediaType = resolve(document, body).content?.['application/json'];
  const { examples = {} } = (mediaType ?? {}) as { examples?: Record<string, Example> };
  return Object.entries(examples).map(([name, example]) => [name, resolve(document, example).value]);
};

const moduleOf = (contract: LoadedContract): string =>
  `data:text/javascript;base64,${Buffer.from(renderValidators(contract).code).toString('base64')}`;

const loaded = contracts.map(loadContract);

describe.each(loaded)('$name', async (contract) => {
  const validators = (await import(/* @vite-ignore */ moduleOf(contract))) as Validators;

  const cases = operationsOf(contract).flatMap(({ node }) =>
    [
      ...(node.requestBody ? [{ kind: 'request' as const, body: node.requestBody, label: 'request' }] : []),
      ...Object.entries(node.responses).map(([status, body]) => ({
        kind: status.startsWith('2') ? ('response' as const) : ('error' as const),
        body,
        label: status,
      })),
    ].flatMap(({ kind, body, label }) =>
      examplesOf(contract, body).map(([name, value]) => ({
        name: `${node.operationId} ${label} ${name}`,
        alternatives: validators[node.operationId]?.[kind] ?? [],
        value,
      })),
    ),
  );

  test.each(cases)('$name', ({ alternatives, value }) => {
    const errors = alternatives.map((validate) => (validate(value) ? [] : validate.errors));
    expect(errors).toContainEqual([]);
  });

  test('has an example of each kind of body', () => {
    expect(cases.length).toBeGreaterThan(5);
  });
});

test('validators run where no code may be made from text', () => {
  const source = `
    const modules = await Promise.all(${JSON.stringify(loaded.map(moduleOf))}.map((url) => import(url)));
    let calls = 0;
    for (const module of modules)
      for (const operation of Object.values(module).filter((exported) => typeof exported === 'object'))
        for (const validate of Object.values(operation).flat())
          for (const value of [undefined, null, 'text', [{}], {}]) if (typeof validate(value) === 'boolean') calls += 1;
    try { new Function('') } catch { console.log(calls) }`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module'],
    { input: source, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(Number(stdout)).toBeGreaterThan(100);
});
