import type { ClientOptions, providerOf } from '@amend/client';
import type { AnyAction } from 'amend';

/** A client, whichever provider's. */
export interface Client {
  readonly [providerOf]: string;
}

/** The actions of one kind of user, by name: `create`, `update`, or `replace` and `patch`. */
export type Actions = Readonly<Record<string, AnyAction>>;

/** What the client of a provider is made from. */
interface Connection {
  /** By the names of the client's options. */
  readonly credentials: Readonly<Record<string, string>>;
  /** By default the provider's sandbox. */
  readonly baseUrl?: string | undefined;
  readonly allowPlainHttp?: boolean;
  readonly fetch?: ClientOptions['fetch'] | undefined;
}

/** One provider: nothing is loaded before it is asked for. */
export interface Resource {
  /** The kinds of users, the usual one first. */
  readonly types: () => Promise<Readonly<Record<string, Actions>>>;
  /** The names of the client's options that are credentials; environment variables are named for them. */
  readonly credentials: readonly string[];
  readonly connect: (connection: Connection) => Promise<Client>;
  /** The client's method that reads one user by its identifier, where the provider has one. */
  readonly read?: string;
}

type Options<Name extends string> = { readonly [Credential in Name]: string } & Omit<ClientOptions, 'baseUrl'>;

const resource = <const Name extends string>(row: {
  readonly types: Resource['types'];
  readonly credentials: readonly Name[];
  readonly connect: (options: Options<Name>, baseUrl: string | undefined) => Promise<Client>;
  readonly read?: string;
}): Resource => ({
  ...row,
  connect: ({ credentials, baseUrl, allowPlainHttp = false, fetch }) =>
    row.connect({ ...(credentials as Record<Name, string>), allowPlainHttp, ...(fetch && { fetch }) }, baseUrl),
});

const at = (baseUrl: string | undefined) => (baseUrl === undefined ? {} : { baseUrl });

/** Every provider, by name. */
export const resources = {
  ingo: resource({
    types: async () => ({ individual: (await import('amend/ingo')).ingoUser }),
    credentials: ['apiKey', 'username', 'secret'],
    connect: async (options, baseUrl) => {
      const { createIngo } = await import('@amend/ingo');
      const versions = baseUrl === undefined ? undefined : { v3: `${baseUrl}/v3`, v4: `${baseUrl}/v4` };
      return createIngo({ ...options, ...(versions && { baseUrl: versions }) });
    },
  }),
  machnet: resource({
    types: async () => {
      const { machnetIndividual, machnetBusiness } = await import('amend/machnet');
      return { individual: machnetIndividual, business: machnetBusiness };
    },
    credentials: ['clientId', 'clientSecret'],
    connect: async (options, baseUrl) => (await import('@amend/machnet')).createMachnet({ ...options, ...at(baseUrl) }),
    read: 'getUser',
  }),
  stilt: resource({
    types: async () => ({ individual: (await import('amend/stilt')).stiltUser }),
    credentials: ['clientUuid', 'secret'],
    connect: async (options, baseUrl) => (await import('@amend/stilt')).createStilt({ ...options, ...at(baseUrl) }),
    read: 'getUser',
  }),
  hpay: resource({
    types: async () => ({ individual: (await import('amend/hpay')).hpayUser }),
    credentials: ['apiKey', 'secretKey'],
    connect: async (options, baseUrl) => (await import('@amend/hpay')).createHpay({ ...options, ...at(baseUrl) }),
    read: 'getUser',
  }),
} as const satisfies Record<string, Resource>;

export type ProviderName = keyof typeof resources;

export const providerNames: readonly ProviderName[] = Object.keys(resources) as ProviderName[];
