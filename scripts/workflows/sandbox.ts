import { readContract } from '@amend/compiler/read';
import { variableOf } from '../../packages/cli/src/variable-of.ts';
import { accessOf, type Target } from './run-workflows.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** In one sentence, the variables that a provider's credentials are missing from; nothing if all are there. */
const missingOf = (provider: string, env: Environment): string | undefined => {
  const missing = accessOf(provider)
    .names.map((name) => variableOf(provider, name))
    .filter((variable) => !env[variable]);
  return missing.length > 0 ? `${provider} needs credentials: set ${missing.join(', ')}.` : undefined;
};

/** The providers' own sandboxes, with credentials from the environment; or what is missing there. */
export const readSandbox = (providers: readonly string[], env: Environment): Target | { readonly problem: string } => {
  const problems = providers.map((provider) => missingOf(provider, env)).filter((problem) => problem !== undefined);
  if (problems.length > 0) return { problem: problems.join('\n') };
  return {
    // A contract's first server is its sandbox.
    addressOf: (contract) => {
      const [server] = readContract(contract).servers as { url: string }[];
      if (!server) throw new Error(`${contract} has no server.`);
      return server.url;
    },
    credentialsOf: (provider) =>
      Object.fromEntries(accessOf(provider).names.map((name) => [name, env[variableOf(provider, name)] ?? ''])),
  };
};
