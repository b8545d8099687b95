import type { ClientOptions } from '@amend/client';
import { variableOf } from '@amend/client/provider';
import { clientsFromEnv, type ProviderName } from 'amend/providers';
import type { Io } from '../command.ts';
import { UsageError } from '../usage-error.ts';

/** What a contract says of its servers: the first is the sandbox. */
interface Servers {
  readonly servers: readonly string[];
}

const hostOf = (url: string): string => new URL(url).host.toLowerCase();

/**
 * Where a check goes.
 *
 * @throws {UsageError} if that is a server of the contract that is not its sandbox.
 */
const sandboxOf = (models: readonly Servers[], url: string | undefined): string => {
  const [sandbox = ''] = models.flatMap(({ servers }) => servers.slice(0, 1));
  if (url === undefined) return sandbox;
  if (!URL.canParse(url)) throw new UsageError('the address of the sandbox is none; write it with https://.');
  const sandboxes = models.flatMap(({ servers }) => servers.slice(0, 1)).map(hostOf);
  const others = models.flatMap(({ servers }) => servers.slice(1)).map(hostOf);
  if (others.includes(hostOf(url)) && !sandboxes.includes(hostOf(url)))
    throw new UsageError(
      'the address is a server of the contract that is not its sandbox; a check changes users, and goes to a sandbox alone.',
    );
  return url;
};

/** A client of a provider's sandbox, with the credentials of the environment. */
export const sandboxedProvider = async (
  name: ProviderName,
  models: readonly Servers[],
  { baseUrl }: { readonly baseUrl: string | undefined },
  { env, fetch }: Pick<Io, 'env' | 'fetch'>,
) => {
  const url = sandboxOf(models, baseUrl ?? env[variableOf(name, 'baseUrl')]);
  const make = async (options: Pick<ClientOptions, 'drift' | 'retries'>) =>
    (
      await clientsFromEnv(env, [name], {
        ...options,
        ...(fetch && { fetch }),
        ...(baseUrl !== undefined && { baseUrls: { [name]: baseUrl } }),
      })
    )[name];
  // What is missing is told before anything is announced.
  await make({});
  return { url, connect: make };
};
