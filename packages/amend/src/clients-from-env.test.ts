import { providerOf } from '@amend/client';
import { variableOf } from '@amend/client/provider';
import { expect, test } from 'vitest';
import { connectAll } from './clients-from-env.ts';
import { clientsFromEnv, type ProviderName, providerNames, providers, SetupError } from './provider-list.ts';

const described = await Promise.all(providerNames.map((name) => providers[name].describe()));
const secret = 'planted-s3cret';

/** What each provider's client needs, as the environment has it. */
const complete = Object.fromEntries(
  described.flatMap(({ name, credentials }) =>
    Object.entries(credentials).map(([option, sample]) => [variableOf(name, option), sample]),
  ),
);
const [first, second] = providerNames as readonly [ProviderName, ProviderName];
const variablesOf = (provider: ProviderName): string[] => {
  const { credentials = {} } = described.find(({ name }) => name === provider) ?? {};
  return Object.keys(credentials).map((option) => variableOf(provider, option));
};

test('a client for each provider, or for those that are named', async () => {
  const all = await clientsFromEnv(complete);
  expect(Object.entries(all).map(([name, client]) => [name, client[providerOf]])).toEqual(
    providerNames.map((name) => [name, name]),
  );
  expect(Object.keys(await clientsFromEnv(complete, [second]))).toEqual([second]);
});

test('what is missing is told in one go, by the names of the variables', async () => {
  const [variable = '', ...others] = variablesOf(first);
  const env = {
    ...complete,
    [variable]: '',
    ...Object.fromEntries(variablesOf(second).map((name) => [name, undefined])),
  };
  expect(others.length).toBeGreaterThan(0);
  await expect(clientsFromEnv(env)).rejects.toThrow(
    new SetupError(
      `${first} needs credentials: set ${variable}. ${second} needs credentials: set ${variablesOf(second).join(' and ')}.`,
    ),
  );
});

test.each<[name: string, env: object, options: object, message: RegExp]>([
  [
    'an address that is none',
    { [variableOf(first, 'baseUrl')]: secret },
    {},
    /^\w+: baseUrl must be an absolute address\.$/,
  ],
  ['plain http', { [variableOf(first, 'baseUrl')]: `http://${secret}.example.com` }, {}, /: baseUrl must be https/],
  [
    'plain http to a private name',
    {},
    { baseUrls: { [first]: `http://${secret}` } },
    /: baseUrl must .* AMEND_ALLOW_PLAIN_HTTP=1 lets http go to a private network\.$/,
  ],
  [
    'a credential that no header takes',
    { [variablesOf(first)[0] ?? '']: `${secret}\n` },
    {},
    /must be a text of visible ASCII characters\.$/,
  ],
  ['an option', {}, { timeout: -1 }, /: timeout must be /],
])('what a client cannot take: %s', async (_, env, options, message) => {
  const made = clientsFromEnv({ ...complete, ...env }, [first], options);
  await expect(made).rejects.toBeInstanceOf(SetupError);
  await expect(made).rejects.toThrow(message);
  await expect(made).rejects.not.toThrow(secret);
});

test('an address that no contract names is asked for by its variable', () => {
  const descriptor = {
    name: 'acme',
    credentials: {},
    connect: () => {
      throw new TypeError('baseUrl must be given: the contract of acme names no host.');
    },
    sign: async () => ({}),
    verify: async () => 'trusted' as const,
  };
  expect(() => connectAll([descriptor], {}, {})).toThrow(
    new SetupError('acme: AMEND_ACME_BASE_URL must be set: the contract of acme names no host.'),
  );
});

test('what is no mistake of an option is thrown as it is', () => {
  const broken = new RangeError('a defect');
  const descriptor = {
    name: 'p',
    credentials: {},
    connect: () => {
      throw broken;
    },
  };
  expect(() => connectAll([descriptor as never], {}, {})).toThrow(broken);
});

test('a name that no provider has', async () => {
  await expect(clientsFromEnv(complete, ['nobody' as never])).rejects.toThrow(/^unknown provider nobody; there are /);
});

test.each<[name: string, env: object, options: object, want: string]>([
  [
    'an option goes before the environment',
    { baseUrl: 'https://env.example' },
    { baseUrls: { [second]: 'https://option.example/a/' } },
    'https://option.example/a/',
  ],
  ['the environment before the sandbox', { baseUrl: 'https://env.example/' }, {}, 'https://env.example/'],
  [
    'an address is for its own provider',
    { baseUrl: 'https://env.example' },
    { baseUrls: { [first]: 'https://option.example' } },
    'https://env.example/',
  ],
  ['plain http in development', { baseUrl: 'http://mock:4010', plain: '1' }, {}, 'http://mock:4010/'],
])('%s', async (_, { baseUrl, plain }: { baseUrl?: string; plain?: string }, options, want) => {
  const sent: string[] = [];
  const fetch = async (url: string) => {
    sent.push(url);
    return new Response('{}', { status: 404 });
  };
  const env = { ...complete, [variableOf(second, 'baseUrl')]: baseUrl, AMEND_ALLOW_PLAIN_HTTP: plain };
  const clients = await clientsFromEnv(env, [second], { ...options, fetch: fetch as never });
  const [subject] = Object.values(await providers[second].users());
  const read = Object.values(subject ?? {})[0]?.reader.read?.({ id: 'u1' });
  await clients[second][read?.operation ?? '']?.(read?.input);
  expect(sent).toEqual([expect.stringMatching(new RegExp(`^${want}`))]);
});
