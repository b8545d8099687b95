import type { Credentials, ProviderDescriptor } from '@amend/client/provider';
import { type ProviderName, providers } from 'amend/providers';
import { type Report, respect } from './respect.ts';
import { startSigningProxy } from './signing-proxy.ts';
import type { WorkflowFile } from './workflows.ts';

export const describeProvider = (name: string): Promise<ProviderDescriptor> =>
  providers[name as ProviderName].describe();

/** Where workflows are run. */
export interface Target {
  /** Where a contract is served. */
  readonly addressOf: (contract: string) => string;
  readonly credentialsOf: (provider: string) => Credentials;
}

const mask = (text: string, secrets: readonly string[]): string =>
  secrets.filter((secret) => secret !== '').reduce((masked, secret) => masked.replaceAll(secret, '*****'), text);

/** An SSN that nobody has, as the provider takes it: no area 000 exists. */
const newSsn = async ({ seal }: ProviderDescriptor, credentials: Credentials): Promise<string> => {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const ssn = `000${String(random % 1_000_000).padStart(6, '0')}`;
  return seal ? seal(ssn, credentials) : ssn;
};

/** What workflows are given: credentials by their names, and for each other input of that name a new SSN. */
const inputsOf = async (
  { path, inputs }: WorkflowFile,
  provider: ProviderDescriptor,
  credentials: Credentials,
): Promise<Credentials> => {
  const given = inputs.map(async (name) => {
    if (credentials[name] !== undefined) return [name, credentials[name]];
    if (/ssn$/i.test(name)) return [name, await newSsn(provider, credentials)];
    throw new Error(`${path}: Nobody knows what to give for the input ${name}.`);
  });
  return Object.fromEntries(await Promise.all(given));
};

/** Runs a provider's workflows; where their inputs are not all of its credentials, through proxies that sign. */
export const runWorkflows = async (
  file: WorkflowFile,
  { addressOf, credentialsOf }: Target,
  signal?: AbortSignal,
): Promise<Report> => {
  const provider = await describeProvider(file.provider);
  const credentials = credentialsOf(file.provider);
  const given = await inputsOf(file, provider, credentials);
  const isSigned = Object.keys(provider.credentials).some((name) => given[name] === undefined);
  const served = await Promise.all(
    file.sources.map(async ({ name, contract }) => {
      const url = addressOf(contract);
      if (!isSigned) return { name, url };
      return { name, ...(await startSigningProxy(url, (each) => provider.sign(each, credentials, Date.now()))) };
    }),
  );
  try {
    const servers = Object.fromEntries(served.map(({ name, url }) => [name, url]));
    const { passed, text } = await respect({ path: file.path, servers, inputs: given, signal });
    // Redocly masks inputs where it prints a request, and not where it shows what is wrong with an answer.
    return { passed, text: mask(text, Object.values({ ...credentials, ...given })) };
  } finally {
    await Promise.all(served.map((each) => 'close' in each && each.close()));
  }
};
