import { type Credentials, credentialsIn } from '@amend/client/provider';
import { readModel } from '@amend/compiler/read';
import { describeProvider, type Target } from './run-workflows.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The providers' own sandboxes, with credentials from the environment; or what is missing there. */
export const readSandbox = async (
  providers: readonly string[],
  env: Environment,
): Promise<Target | { readonly problem: string }> => {
  const known = new Map<string, Credentials>();
  const problems: string[] = [];
  for (const provider of providers) {
    const found = credentialsIn(await describeProvider(provider), env);
    if ('problem' in found) problems.push(found.problem);
    else known.set(provider, found.credentials);
  }
  if (problems.length > 0) return { problem: problems.join('\n') };
  return {
    // A contract's first server is its sandbox.
    addressOf: (contract) => {
      const [server] = readModel(contract).servers;
      if (!server) throw new Error(`${contract} has no server.`);
      return server;
    },
    credentialsOf: (provider) => known.get(provider) ?? {},
  };
};
