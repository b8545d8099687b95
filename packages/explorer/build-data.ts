import { pathToFileURL } from 'node:url';
import { contracts, readModel } from '@amend/compiler/read';
import { listSubjects, type ProviderName, providers } from 'amend/providers';
import { fromAmend } from './build-script.ts';
import type { Code, Data } from './src/page/data.ts';

/** What a program imports to plan for a provider, as it is exported. */
const codeOf = async (provider: ProviderName): Promise<Code> => {
  const name = `@amend/${provider}`;
  const [client, mapping, { credentials }, subjects]: [
    object,
    object,
    { credentials: Code['credentials'] },
    Awaited<ReturnType<typeof listSubjects>>,
  ] = await Promise.all([
    import(pathToFileURL(fromAmend.resolve(name)).href),
    import(`amend/${provider}`),
    providers[provider].describe(),
    listSubjects(),
  ]);
  const exported = Object.entries(mapping);
  const users = subjects.flatMap(({ provider: its, type, operations }) => {
    const [found] = exported.find(([, value]) => value === operations) ?? [];
    return its === provider && found !== undefined ? [[type, found]] : [];
  });
  const create = Object.keys(client).find((each) => /^create[A-Z]/.test(each)) ?? '';
  return { package: name, create, credentials, users: Object.fromEntries(users) };
};

/** The page's files of data, by name. */
export const readData = async (): Promise<Readonly<Record<string, string>>> => {
  const names = [...new Set(contracts.map(({ provider }) => provider))] as ProviderName[];
  const models = contracts.map(({ name }) => readModel(name));
  const data: Data = {
    contracts: models.map(({ name, provider, document, operations }) => ({
      name,
      provider,
      title: String((document.info as { title?: unknown }).title),
      operations: operations.map(({ id }) => id),
    })),
    code: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await codeOf(name)] as const))),
  };
  return {
    'data.json': JSON.stringify(data),
    ...Object.fromEntries(models.map(({ name, document }) => [`contracts/${name}.json`, JSON.stringify(document)])),
  };
};
