import type {
  ContractModel,
  ContractOperation,
  ContractParameter,
  ContractUser,
  Named,
  ResolvedSchema,
  Way,
} from '@amend/contract';
import { camelCase } from './camel-case.ts';
import { operationsOf } from './contract-operations.ts';
import { contractNamed } from './contracts.ts';
import { unshownIn } from './examples.ts';
import { headersOf } from './headers.ts';
import { modelOperation } from './model-operation.ts';
import type { Schema } from './openapi.ts';
import { type LoadedContract, loadContract } from './read-contract.ts';
import { resolve } from './references.ts';
import { resolveSchema } from './resolve-schema.ts';
import { securityOf } from './security.ts';
import { serversOf } from './servers.ts';
import { verificationOf } from './verification.ts';
import { webhooksOf } from './webhooks.ts';

/** The last parameter of each path, which names a user where the path is one of a user. */
const lastParameters = (operations: readonly ContractOperation[]): ContractParameter[] =>
  operations.flatMap(({ path, pathParameters }) => {
    const name = path.match(/[^{}]+(?=\})/g)?.at(-1);
    return pathParameters.filter((parameter) => parameter.name === name);
  });

const valuesAt = ([step, ...rest]: Way, value: unknown): unknown[] =>
  step === undefined
    ? [value]
    : Object.entries(Object(value)).flatMap(([name, child]) =>
        step === '*' || step === name ? valuesAt(rest, child) : [],
      );

/** What the examples of successes have in a property of their users. */
const shownIn = (operations: readonly ContractOperation[], name: string): unknown[] =>
  operations.flatMap(({ way, success, answers }) =>
    Object.values((way && answers[success]) ?? {}).flatMap((answer) => valuesAt([...(way ?? []), name], answer)),
  );

/** The property by which a user is found: that with the role, that of a name for it, or that which shows what paths show. */
const idOf = (
  node: Schema,
  { properties = {} }: ResolvedSchema,
  operations: readonly ContractOperation[],
): string | undefined => {
  const names = Object.keys(properties);
  const last = lastParameters(operations);
  const inPaths = new Set(last.flatMap(({ examples }) => Object.values(examples)));
  const shown = names.filter((name) => shownIn(operations, name).some((value) => inPaths.has(value)));
  return (
    names.find((name) => node.properties?.[name]?.['x-role'] === 'identifier') ??
    [...last.map(({ name }) => name), 'id', 'uuid', 'user_id'].find((name) => Object.hasOwn(properties, name)) ??
    (shown.length === 1 ? shown[0] : undefined)
  );
};

const userOf = (contract: LoadedContract, operations: readonly ContractOperation[]): ContractUser | undefined => {
  const { document } = contract;
  const node = document.components?.schemas?.User;
  if (!node) return undefined;
  const schema = resolveSchema(document, node);
  const id = idOf(resolve(document, node), schema, operations);
  const unshown = operationsOf(contract).flatMap(({ node: { responses } }) =>
    Object.values(responses).flatMap((response) => unshownIn(document, response, id ?? '')),
  );
  return { schema, ...(id !== undefined && { id }), unshown: Object.fromEntries(unshown) };
};

/** Where no example of an answer shows a user by whose id it could be found, nothing could be asked of a mock. */
const checkExamples = (
  contract: LoadedContract,
  operations: readonly ContractOperation[],
  { id = '' }: ContractUser,
): void => {
  const shown = operationsOf(contract).flatMap(({ at }, index) => {
    const { way, success, answers } = operations[index] as ContractOperation;
    return Object.entries((way && answers[success]) ?? {}).map(([name, answer]) => ({
      name,
      at: [...at, 'responses', String(success)],
      isFound: valuesAt([...(way ?? []), id], answer).some((found) => found !== undefined),
    }));
  });
  const [first] = shown;
  if (id !== '' && first && !shown.some(({ isFound }) => isFound))
    contract.fail(
      first.at,
      `The example ${first.name} shows no user with ${id}, and so do all others; give one an id.`,
    );
};

const errorsIn = (operations: readonly ContractOperation[]): Named =>
  Object.fromEntries(
    operations.flatMap(({ answers }) =>
      Object.entries(answers).flatMap(([status, shown]) => {
        const [first] = Object.values(shown);
        return Number(status) >= 400 && first !== undefined ? [[status, first]] : [];
      }),
    ),
  );

/** The one reading of a contract. @throws {ContractError} in one line, with file and place, at what cannot be meant. */
export const modelOf = (contract: LoadedContract): ContractModel => {
  const { name, provider, version, document } = contract;
  const headers = headersOf(contract);
  const security = securityOf(contract);
  const credentials = Object.entries(document.components?.securitySchemes ?? {})
    .filter(([, { type, in: place }]) => type === 'apiKey' && place === 'header')
    .map(([name]) => camelCase(name));
  const verification = verificationOf(contract);
  const operations = operationsOf(contract).map((operation) => modelOperation(contract, operation));
  const user = userOf(contract, operations);
  if (user) checkExamples(contract, operations, user);
  return {
    name,
    provider,
    version,
    servers: serversOf(contract),
    headers,
    credentials: Object.fromEntries(credentials.map((credential) => [credential, headers[credential] ?? ''])),
    ...(security && { security }),
    ...(verification && { verification }),
    ...(user && { user }),
    operations,
    webhooks: webhooksOf(contract),
    errors: errorsIn(operations),
    document: document as unknown as Named,
  };
};

const read = new Map<string, ContractModel>();

/** The model of a contract of this repository, as redocly.yaml names it; each is read once. */
export const readModel = (name: string): ContractModel => {
  const model = read.get(name) ?? modelOf(loadContract(contractNamed(name)));
  read.set(name, model);
  return model;
};
