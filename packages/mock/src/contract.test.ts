import type { ContractModel } from '@amend/contract';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { printChecks, readChecks } from '../compile-checks.ts';
import { hasValidators, modelNamed, names, read, stockOf } from '../repository.ts';
import { type Checks, wrongsOf } from './checks.ts';
import { type ContractSource, loadContract } from './contract.ts';
import { isFields } from './json.ts';
import { outputProblems } from './output-problems.ts';
import { modelIn } from './testing/model-in.ts';
import { providers } from './testing/providers.ts';
import { smallContract } from './testing/small-contract.ts';

const control: ContractSource = { name: 'control', prefix: '/__amend' };
const sources = [...providers.flatMap(({ contracts }) => contracts), control];

test('every contract of the repository is served', () => {
  expect(sources.map(({ name }) => name)).toEqual(names);
});

/** Runs what the build prints. */
const run = async (printed: ReturnType<typeof printChecks>): Promise<Checks> => {
  const files: Readonly<Record<string, string>> = {
    './parameters.js': printed.parameters,
    './bodies.js': printed.bodies,
    '../formats.js': "export { formats } from './src/formats.ts';",
  };
  const resolveDir = `${import.meta.dirname}/..`;
  const { outputFiles } = await build({
    stdin: { contents: printed.checks, resolveDir },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [
      {
        name: 'printed',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /\.js$/ }, ({ path }) => (path in files ? { path, namespace: 'printed' } : undefined));
          onLoad({ filter: /./, namespace: 'printed' }, ({ path }) => ({ contents: files[path] ?? '', resolveDir }));
        },
      },
    ],
  });
  return (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)).checks;
};

/** A value, and the same with one thing wrong, three levels deep. */
function* spoilt(value: unknown, depth = 0): Generator<unknown> {
  yield* [value, 0, 'x', null, [], {}];
  if (depth === 3 || typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const { [key]: part, ...others } = value as Record<string, unknown>;
    if (isFields(value)) yield* [others, { ...value, surplus: part }];
    for (const each of spoilt(part, depth + 1))
      yield Array.isArray(value) ? value.with(Number(key), each) : { ...value, [key]: each };
  }
}

const texts = [{}, ...['', '0', '1', '-1', '1.5', '1e400', 'true', 'x'].map((text) => text)];

/** Whether the long tests import this, which have time for every contract. */
const isLong = Number(process.env.AMEND_TIMES) > 1;

describe.each(isLong ? sources : sources.slice(-2))('$name', (source) => {
  test('is printed as it is compiled', async () => {
    const model = modelNamed(source.name);
    const contract = { name: source.name, operations: await stockOf(model), hasValidators: hasValidators(source.name) };
    expect(read(source.name).model).toStrictEqual(model);
    const [compiled, printed] = [readChecks(contract), await run(printChecks(contract))];
    expect(JSON.parse(JSON.stringify(printed))).toEqual(JSON.parse(JSON.stringify(compiled)));
    let wrong = 0;
    for (const { id, answers, body } of model.operations) {
      const [ours, theirs] = [compiled[id], printed[id]];
      if (!ours || !theirs) throw new Error(`${id} has no checks.`);
      const pairs = [
        ...Object.entries(answers).map(([code, examples]) => [ours.answers[code], theirs.answers[code], examples]),
        [ours.body?.check, theirs.body?.check, body?.examples ?? {}],
      ] as const;
      for (const [check, same, examples] of pairs)
        for (const example of check && same ? Object.values(examples as object) : [])
          for (const value of spoilt(example)) {
            const problems = wrongsOf(check as never, value);
            wrong += problems.length;
            expect(wrongsOf(same as never, value)).toEqual(problems);
          }
      for (const [index, { names: parameters, check }] of ours.parameters.entries())
        for (const text of texts) {
          const given = () => Object.fromEntries(parameters.map((name) => [name, text]));
          expect(wrongsOf(theirs.parameters[index]?.check as never, given())).toEqual(wrongsOf(check, given()));
        }
    }
    expect(wrong).toBeGreaterThan(100);
  });

  test('has an answer only where a wrong one is found out', async () => {
    const { operations, ready } = await loadContract(source);
    await ready();
    const unchecked = operations.flatMap((operation) =>
      Object.entries(operation.checks.answers)
        .filter(([code, check]) => check && outputProblems(operation, Number(code), 0).length === 0)
        .map(([code]) => `${operation.id} ${code}`),
    );
    expect(unchecked).toEqual([]);
  });
});

test('an enumeration of any size is checked as it is printed', async () => {
  const words = Array.from({ length: 6000 }, (_, index) => `W${index}`);
  const { model } = await modelIn(
    smallContract(({ components: { schemas } }) => {
      schemas.User.properties.name = { type: 'string', enum: words };
    }),
  )('small@v1');
  const contract = { name: 'small@v1', operations: await stockOf(model as ContractModel), hasValidators: true };
  const { getUser } = await run(printChecks(contract));
  const answer = (name: string) => getUser?.answers[200]?.({ id: 'usr_1', state: 'open', name });
  expect(['W0', 'W5999', 'W6000'].map(answer)).toEqual([true, true, false]);
});

test('an operation has its checks once the contract is ready', async () => {
  const { operations, ready } = await loadContract(control);
  expect(() => operations[0]?.checks).toThrow(/^There are no checks yet of .* in control\.$/);
  await ready();
  expect(operations.map(({ checks }) => Object.keys(checks.answers))).not.toContainEqual([]);
});
