import { spawnSync } from 'node:child_process';
import type { Validate } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { operationsOf } from '../read/contract-operations.ts';
import { contracts } from '../read/contracts.ts';
import type { Body } from '../read/openapi.ts';
import { type LoadedContract, loadContract } from '../read/read-contract.ts';
import { resolve } from '../read/references.ts';
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

/** The value once without each property in it, and once with null there. */
const thinned = (value: unknown): { at: string; absent: unknown; empty: unknown }[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const copy = (changed: unknown) =>
      Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
    const { [key]: _, ...absent } = value as Record<string, unknown>;
    const inner = thinned(child).map((one) => ({
      at: `/${key}${one.at}`,
      absent: copy(one.absent),
      empty: copy(one.empty),
    }));
    return Array.isArray(value) ? inner : [{ at: `/${key}`, absent, empty: copy(null) }, ...inner];
  });
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with each of its properties and elements once as something else, and once as null. */
const broken = (value: unknown): { at: string; changed: unknown }[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const others = [typeof child === 'string' ? 5 : 'something else', null].map((other) => ({
      at: '',
      changed: other,
    }));
    return [...others, ...broken(child)].map(({ at, changed }) => ({
      at: `/${key}${at}`,
      changed: Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed },
    }));
  });
};

/** A deletion may be confirmed in the shape of an error: the status alone tells them apart. */
const inOneShape = ['stilt@v1 deleteUser'];

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
        kind,
        operation: node.operationId,
        alternatives: validators[node.operationId]?.[kind] ?? [],
        value,
      })),
    ),
  );

  test.each(cases)('$name', ({ alternatives, value }) => {
    const errors = alternatives.map((validate) => (validate(value) ? [] : validate.errors));
    expect(errors).toContainEqual([]);
  });

  test('what may be absent from an answer may be null there', () => {
    const answers = cases.filter(({ kind }) => kind !== 'request');
    const fits = (alternatives: Validate[], value: unknown) => alternatives.some((validate) => validate(value));
    const tried = answers.flatMap(({ name, alternatives, value }) =>
      thinned(value)
        .filter(({ absent }) => fits(alternatives, absent))
        .map(({ at, empty }) => ({ name: name + at, isTaken: fits(alternatives, empty) })),
    );
    expect(tried.length).toBeGreaterThan(5);
    expect(tried.filter(({ isTaken }) => !isTaken)).toEqual([]);
  });

  const told = cases.filter(({ operation }) => !inOneShape.includes(`${contract.name} ${operation}`));
  const successes = told.filter(({ kind }) => kind === 'response');
  const errors = told.filter(({ kind }) => kind === 'error');

  test('no error takes what a success looks like, with a field of it broken or an error’s words added', () => {
    expect(successes.length).toBeGreaterThan(1);
    const taken = successes.flatMap(({ operation, name, value }) => {
      const refusals = validators[operation]?.error ?? [];
      const additions = [{}, ...errors.filter((one) => one.operation === operation).map((one) => one.value)];
      return [{ at: '', changed: value }, ...broken(value)].flatMap(({ at, changed }) =>
        additions
          .map((addition) => (isObject(changed) ? { ...(addition as object), ...changed } : changed))
          .filter((answer) => refusals.some((fits) => fits(answer)))
          .map(() => name + at),
      );
    });
    expect([...new Set(taken)]).toEqual([]);
  });

  test('no success takes what an error looks like', () => {
    expect(errors.length).toBeGreaterThan(2);
    const taken = errors.filter(({ operation, value }) => validators[operation]?.response?.some((fits) => fits(value)));
    expect(taken.map(({ name }) => name)).toEqual([]);
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
