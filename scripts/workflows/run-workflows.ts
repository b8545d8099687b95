import type { ProviderName } from '@amend/mock';
import { type Access, access } from './access.ts';
import { type Report, respect } from './respect.ts';
import { startSigningProxy } from './signing-proxy.ts';
import type { WorkflowFile } from './workflows.ts';

export type Credentials = Readonly<Record<string, string>>;

const isProvider = (name: string): name is ProviderName => Object.hasOwn(access, name);

/** How a provider knows who calls, by credentials that were read by their names. */
export const accessOf = (provider: string): Access<Credentials> => {
  if (!isProvider(provider)) throw new Error(`${provider} has no row in scripts/workflows/access.ts.`);
  // Each row reads credentials by the names that it lists itself.
  return access[provider] as Access<never> as Access<Credentials>;
};

/** Where workflows are run. */
export interface Target {
  /** Where a contract is served. */
  readonly addressOf: (contract: string) => string;
  readonly credentialsOf: (provider: string) => Credentials;
}

const mask = (text: string, secrets: readonly string[]): string =>
  secrets.filter((secret) => secret !== '').reduce((masked, secret) => masked.replaceAll(secret, '*****'), text);

/** Runs a provider's workflows; where every request has to be signed, through proxies that sign. */
export const runWorkflows = async (
  { provider, path, sources }: WorkflowFile,
  { addressOf, credentialsOf }: Target,
  signal?: AbortSignal,
): Promise<Report> => {
  const credentials = credentialsOf(provider);
  const { sign, inputs = () => ({}) } = accessOf(provider);
  const served = await Promise.all(
    sources.map(async ({ name, contract }) => {
      const url = addressOf(contract);
      if (!sign) return { name, url };
      return { name, ...(await startSigningProxy(url, (request) => sign(request, credentials))) };
    }),
  );
  try {
    const servers = Object.fromEntries(served.map(({ name, url }) => [name, url]));
    const given = await inputs(credentials);
    const { passed, text } = await respect({ path, servers, inputs: given, signal });
    // Redocly masks inputs where it prints a request, and not where it shows what is wrong with an answer.
    return { passed, text: mask(text, Object.values({ ...credentials, ...given })) };
  } finally {
    await Promise.all(served.map((each) => 'close' in each && each.close()));
  }
};
