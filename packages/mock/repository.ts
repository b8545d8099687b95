import { createRequire } from 'node:module';
import {
  contracts,
  cutCircles,
  modelOf,
  type Contract as Named,
  type OpenApi,
  parseYaml,
  readFile,
  readModel,
  rememberFrom,
} from '@amend/compiler/read';
import type { ContractModel } from '@amend/contract';
import { readChecks } from './compile-checks.ts';
import type { ReadModel } from './src/models.ts';
import type { PrismOperation } from './src/prism.ts';

// The contracts where they stand: for the build, and for a mock that runs from its sources.

const control: Named = { name: 'control', provider: 'amend', version: 'v1', path: 'packages/mock/control.yaml' };

/** No client is made of it, so it may have what the generator does not handle: answers that are no JSON. */
const readControl = (): ContractModel => {
  const { document, ...places } = parseYaml(control.path, readFile(control.path));
  return modelOf({ ...control, ...places, document: document as unknown as Parameters<typeof modelOf>[0]['document'] });
};

/** The contracts' names, in the order of redocly.yaml; the mock's own comes last. */
export const names: readonly string[] = [...contracts.map(({ name }) => name), control.name];

/** Its requests have no generated validators. */
export const hasValidators = (name: string): boolean => name !== control.name;

/** A contract by its name. */
export const modelNamed = (name: string): ContractModel => (name === control.name ? readControl() : readModel(name));

const prism = createRequire(import.meta.url).resolve('@stoplight/prism-http');
/** Its path names its version. */
const reader = createRequire(prism).resolve('@stoplight/http-spec');

/** A contract's operations as Prism knows them. */
export const stockOf = async ({ document }: ContractModel): Promise<readonly PrismOperation[]> => {
  const given = cutCircles(document as unknown as OpenApi);
  const operations = await rememberFrom(reader, JSON.stringify(given), async () => {
    const { getHttpOperationsFromSpec } = await import('@stoplight/prism-http/dist/utils/operations.js');
    return JSON.parse(JSON.stringify(await getHttpOperationsFromSpec(structuredClone(given))));
  });
  return operations as unknown as readonly PrismOperation[];
};

/** A contract's text, by its name. */
export const textNamed = (name: string): string =>
  readFile([...contracts, control].find((contract) => contract.name === name)?.path ?? '');

/** A contract that was just read; Prism reads it when the first request asks for it, and once, and its checks are compiled once. */
export const toReadModel = (model: ContractModel, textOf: (name: string) => string): ReadModel => {
  let operations: ReturnType<typeof stockOf> | undefined;
  const stock = () => {
    operations ??= stockOf(model);
    return operations;
  };
  let checked: ReturnType<ReadModel['checks']> | undefined;
  const compile = async () => readChecks({ name: model.name, operations: await stock(), hasValidators: false });
  return {
    model,
    stock,
    checks: () => {
      checked ??= compile();
      return checked;
    },
    document: async () => ({ json: model.document, yaml: textOf(model.name) }),
  };
};

const known = new Map<string, ReadModel>();

/** The same for every mock of a process, as it is where the mock is built. */
export const read = (name: string): ReadModel => {
  const found = known.get(name) ?? toReadModel(modelNamed(name), textNamed);
  known.set(name, found);
  return found;
};
