import type { ContractModel } from '@amend/contract';
import type { Files, NewClient } from './client-files.ts';
import { credentialProperties, type ExampleCall, exampleCalls } from './example-calls.ts';
import { capitalise } from './mapping-file.ts';
import type { UserContract } from './user-contract.ts';

const literal = (value: unknown): string => JSON.stringify(value);

const credentialsOf = ({ credentials }: UserContract): string =>
  `{ ${credentials.map((option) => `${option}: 'any'`).join(', ')} }`;

const callOf = (name: string, { operation, input }: ExampleCall): string =>
  `${name}.${operation}(${Object.keys(input).length > 0 ? literal(input) : ''})`;

/** The test that holds each call that the contract shows against stock Prism and the mock. */
const wireTest = ({ name }: NewClient, user: UserContract, contract: ContractModel): string => {
  const type = capitalise(name);
  const calls = exampleCalls(contract).map(
    (call) => `${literal([call.operation, call.name].filter(Boolean).join(' '))}: (${name}) => ${callOf(name, call)},`,
  );
  const own = credentialProperties(contract);
  return `import { create${type}, type ${type} } from '@amend/${name}';
import { type Calls, describeWire } from './describe-wire.ts';

const credentials = ${credentialsOf(user)};

const calls: Calls<${type}> = {
${calls.join('\n')}
};

describeWire({
  provider: '${name}',
  secrets: {},
  createClient: ([baseUrl = ''], fetch) => create${type}({ ...credentials, baseUrl, fetch, retries: 0 }),
  calls,${own.length > 0 ? `\n  ownFields: ${literal(own)},` : ''}
});
`;
};

/** A client and three calls: a read and the changes first, since every provider has them. */
const benchCaller = ({ name }: NewClient, user: UserContract, contract: ContractModel): string => {
  const calls = exampleCalls(contract);
  const changes = user.actions.filter(({ isUpdate }) => isUpdate).map(({ operation }) => operation);
  const operations = [...new Set([...(user.read ? [user.read] : []), ...changes, ...user.operations])];
  const shown = operations.flatMap((id) => calls.find(({ operation }) => operation === id) ?? []);
  return `import { create${capitalise(name)} } from '@amend/${name}';

const ${name} = create${capitalise(name)}(${credentialsOf(user)});
export const results = [
${shown
  .slice(0, 3)
  .map((call) => `await ${callOf(name, call)},`)
  .join('\n')}
];
`;
};

/** Programs that call a provider as the contract's examples show it: one is tested, and the compiler's work for one is measured. */
export const callerFiles = (client: NewClient, user: UserContract, contract: ContractModel): Files => ({
  [`scripts/wire/${client.name}.test.ts`]: wireTest(client, user, contract),
  [`scripts/bench/types/${client.name}.ts`]: benchCaller(client, user, contract),
});
