import { constantCase } from '@amend/client/provider';
import { readFile } from '@amend/compiler/read';
import { capitalise } from './mapping-file.ts';
import type { UserContract } from './user-contract.ts';

/** Texts of files, by their paths from the root. */
export type Files = Readonly<Record<string, string>>;

/** What a new provider is called. */
export interface NewClient {
  readonly name: string;
  readonly version: string;
  readonly title: string;
}

/** The package that a new one is made like. */
export const model = 'hpay';

const configuration = ['tsconfig.json', 'tsconfig.build.json', 'turbo.json', 'vitest.config.ts'];

const packageJson = ({ name, version, title }: NewClient): string => {
  const text = readFile(`packages/${model}/package.json`).replaceAll(model, name).replaceAll('v1/', `${version}/`);
  const description = `A typed client for the user calls of ${title}.`;
  return `${JSON.stringify({ ...JSON.parse(text), version: '0.1.0', description }, null, 2)}\n`;
};

const index = ({ name, version, title }: NewClient, credentials: readonly string[]): string => {
  const type = capitalise(name);
  const names = credentials.join(', ');
  return `import { type ClientOptions, checkCredentials, createClient, type Methods } from '@amend/client';
import { headers, operations, servers } from './generated/${version}/operations.ts';
import type { operations as Operations } from './generated/${version}/types.ts';
import * as validators from './generated/${version}/validators.js';

export type * from '@amend/client';

/** What ${title} issues to its customers. */
export interface ${type}Credentials {
${credentials.map((credential) => `readonly ${credential}: string;`).join('\n')}
}

export type ${type}Options = ${type}Credentials & ClientOptions;

/** The user calls of ${title}, one method per operation of its contract. */
export type ${type} = Methods<Operations>;

/**
 * A client for ${title}.
 *
 * @throws {TypeError} if a credential or the \`baseUrl\` cannot be used.
 */
export const create${type} = ({ ${names}, ...options }: ${type}Options): ${type} => {
  checkCredentials({ ${names} });
  const credentials = { ${credentials.map((credential) => `[headers.${credential}]: ${credential}`).join(', ')} };
  return createClient<Operations>(
    { provider: '${name}', baseUrl: servers[0], operations, validators, sign: () => credentials },
    options,
  );
};
`;
};

const provider = ({ name, version, title }: NewClient, credentials: readonly string[]): string => {
  const type = capitalise(name);
  const own = (value: (credential: string) => string): string =>
    `{ ${credentials.map((credential) => `${credential}: ${value(credential)}`).join(', ')} }`;
  return `import { byHeaders, type ProviderDescriptor } from '@amend/client/provider';
import { headers } from './generated/${version}/operations.ts';
import { create${type}, type ${type}Credentials } from './index.ts';

/** ${title}, for programs that work with all providers. */
export const provider: ProviderDescriptor<keyof ${type}Credentials> = {
  name: '${name}',
  credentials: ${own((credential) => `'${constantCase(credential)}'`)},
  connect: (credentials, options) => create${type}({ ...options, ...credentials }),
  ...byHeaders(${own((credential) => `headers.${credential}`)}),
};
`;
};

const typesTest = ({ name }: NewClient, { credentials, operations }: UserContract): string => {
  const type = capitalise(name);
  const given = (left: string) =>
    credentials
      .filter((option) => option !== left)
      .map((option) => `${option}: 'any'`)
      .join(', ');
  const cases = credentials.map(
    (option) => `  // @ts-expect-error ${option} is missing
  expect(() => create${type}({ ${given(option)} })).toThrow('${option}');`,
  );
  return `import { expect, expectTypeOf, test } from 'vitest';
import { create${type}, type ${type} } from './index.ts';

test('every credential is needed', () => {
${cases.join('\n')}
});

test('the methods are the operations', () => {
  expectTypeOf<Exclude<keyof ${type}, symbol>>().toEqualTypeOf<${operations.map((id) => `'${id}'`).join(' | ')}>();
  expect(Object.keys(create${type}({ ${given('')} }))).toEqual([${operations.map((id) => `'${id}'`).join(', ')}]);
});
`;
};

const readme = ({ name, version, title }: NewClient, { credentials, operations }: UserContract): string => {
  const options = credentials.map((option) => `${option}: '${constantCase(option)}'`).join(', ');
  return `# @amend/${name}

A typed client for the user calls of ${title}.

It is not on the npm registry. In this repository, \`npm run package\` makes its file and those of the packages that it stands
on; then, in your project, with \`AMEND\` for the repository's folder:

\`\`\`sh
npm install AMEND/packages/{contract,client,${name}}/package.tgz
\`\`\`

TypeScript, Jest or CommonJS do not find it? [In your tools](../client/README.md#in-your-tools) has what helps.

\`\`\`ts
import { create${capitalise(name)} } from '@amend/${name}';

export const ${name} = create${capitalise(name)}({ ${options} });
\`\`\`

The methods are the operations of [the contract](../../specs/${name}/${version}.yaml): ${operations.map((id) => `\`${id}\``).join(', ')}.
A method answers with a result and throws nothing. [@amend/client](../client/README.md) describes results, the kinds of
errors, and the options that all clients share.
`;
};

/** The package of a provider whose credentials are headers. */
export const clientFiles = (client: NewClient, user: UserContract): Files => {
  const at = (file: string): string => `packages/${client.name}/${file}`;
  const copied = configuration.map((file) => [
    at(file),
    readFile(`packages/${model}/${file}`).replaceAll(`specs/${model}/`, `specs/${client.name}/`),
  ]);
  return {
    ...Object.fromEntries(copied),
    [at('package.json')]: packageJson(client),
    [at('README.md')]: readme(client, user),
    [at('src/index.ts')]: index(client, user.credentials),
    [at('src/provider.ts')]: provider(client, user.credentials),
    [at('src/types.test.ts')]: typesTest(client, user),
  };
};
