import type { ClientOptions } from '@amend/client';
import { type AnyClient, credentialsIn, type ProviderDescriptor, variableOf } from '@amend/client/provider';
import { SetupError } from './setup-error.ts';

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What every client gets beside its credentials; an address is for one provider only. */
export type SharedOptions<Name extends string> = Omit<ClientOptions, 'baseUrl'> & {
  /** By provider; where none is given, that of `AMEND_<PROVIDER>_BASE_URL`, else its sandbox. */
  readonly baseUrls?: Readonly<Partial<Record<Name, string | undefined>>>;
};

const plainHttp = 'AMEND_ALLOW_PLAIN_HTTP';

/** Makes clients of several providers, or tells in one go all that is missing for it. */
export const connectAll = <Name extends string>(
  described: readonly ProviderDescriptor[],
  env: Environment,
  { baseUrls, ...options }: SharedOptions<Name>,
): Readonly<Record<Name, AnyClient>> => {
  const found = described.map((each) => [each, credentialsIn(each, env)] as const);
  const missing = found.flatMap(([, each]) => ('problem' in each ? [each.problem] : []));
  if (missing.length > 0) throw new SetupError(missing.join(' '));
  const allowPlainHttp = env[plainHttp] === '1';
  const clients = found.map(([{ name, connect }, each]) => {
    const baseUrl = (baseUrls?.[name as Name] ?? env[variableOf(name, 'baseUrl')])?.replace(/\/+$/, '');
    try {
      const credentials = 'credentials' in each ? each.credentials : {};
      return [name, connect(credentials, { allowPlainHttp, ...options, ...(baseUrl && { baseUrl }) })] as const;
    } catch (error) {
      // A client names the option that it cannot take, and never its value.
      if (!(error instanceof TypeError)) throw error;
      const variable = variableOf(name, 'baseUrl');
      const message = error.message
        .replace('allowPlainHttp', `${plainHttp}=1`)
        .replace('baseUrl must be given', `${variable} must be set`);
      throw new SetupError(`${name}: ${message}`);
    }
  });
  return Object.fromEntries(clients) as Record<Name, AnyClient>;
};
