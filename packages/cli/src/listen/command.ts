import { once } from 'node:events';
import { variableOf } from '@amend/client/provider';
import { onOneLine } from '@amend/client/visible';
import { providers } from 'amend/providers';
import type { Command, FlagTable, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { oneProvider } from '../one-provider.ts';
import { readPort } from '../read-port.ts';
import { type Style, styleOf } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { forward } from './forward.ts';
import { isBelievable, receive, type Told } from './receive.ts';
import { serve } from './serve.ts';

const defaultPort = 4020;

const flags = {
  port: { type: 'string', value: 'PORT', about: `where to listen; ${defaultPort} by default, 0 for any free port` },
  host: { type: 'string', value: 'HOST', about: 'this machine only by default' },
  url: { type: 'string', value: 'URL', about: 'your address as the provider knows it, where that is signed' },
  forward: { type: 'string', value: 'URL', about: 'pass each one on, unless it is wrongly signed' },
  json: {
    type: 'boolean',
    about:
      'print an object on each line: {"listening"}, then {"provider", "trust", "name", "id", "userId", "time", "verification", "word", "forwarded", "isAnswered"}',
  },
} as const satisfies FlagTable;

const help: Help = {
  form: 'listen <provider> [flags]',
  about:
    'Receives webhooks on this machine, and prints what each tells and whether it is from the provider. Ctrl-C stops it.',
  argument: { value: '<provider>', about: 'whose webhooks', words: 'provider' },
  flags,
  notes: [
    'The secret of the subscription comes from AMEND_<PROVIDER>_WEBHOOK_SECRET; where nobody knows how a provider signs, ' +
      'there is none, and each event is unverified-origin.',
    'What is believed is answered with 204, or as the address of --forward answers; what is not, with 400.',
  ],
  examples: ['amend listen machnet', 'amend listen machnet --forward http://127.0.0.1:3000/webhooks --json'],
};

const readUrl = (flag: string, url: string | undefined): string | undefined => {
  if (url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return url;
  throw new UsageError(`--${flag} must be an address, such as http://127.0.0.1:3000/webhooks.`);
};

const hasPassword = ({ username, password }: URL): boolean => username !== '' || password !== '';

/** Whether an address leads to a port of this machine. */
const leadsTo = (port: number, { protocol, hostname, port: given }: URL): boolean =>
  /^(?:(?:.+\.)?localhost|127(?:\.[0-9]+){3}|\[::1\]|0\.0\.0\.0|\[::\])\.?$/.test(hostname) &&
  Number(given || (protocol === 'https:' ? 443 : 80)) === port;

/** To an address with a password nothing is fetched, and from here to here it would never end. */
const readTarget = (url: string | undefined, port: number): string | undefined => {
  const to = readUrl('forward', url);
  if (to === undefined) return undefined;
  if (hasPassword(new URL(to))) throw new UsageError('--forward must be an address without a name and a password.');
  if (leadsTo(port, new URL(to))) throw new UsageError('--forward leads back here; listen elsewhere with --port.');
  return to;
};

/** One line for a person. */
const describe = ({ trust, name, userId, verification, word, forwarded, isAnswered }: Told, { paint }: Style): string =>
  [
    name ?? 'an event without a name',
    ...(userId === undefined ? [] : [`user ${userId}`]),
    ...(verification === undefined ? [] : [`is ${verification} (${word})`]),
    ...(forwarded === undefined ? [] : [`passed on: ${isAnswered ? forwarded : 'nobody answered there'}`]),
  ].reduce(
    (line, part) => `${line}  ${onOneLine(part).slice(0, 200)}`,
    paint(trust === 'verified' ? 'green' : 'yellow', trust),
  );

/** `amend listen`: a receiver of webhooks on this machine. */
export const listenCommand: Command = {
  name: 'listen',
  summary: 'Receive webhooks on this machine, and say what they tell.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    const provider = oneProvider(positionals);
    const port = readPort(values.port ?? String(defaultPort));
    const to = readTarget(values.forward, port);
    const ownUrl = readUrl('url', values.url);
    const { host = '127.0.0.1' } = values;
    const descriptor = await providers[provider].describe();
    const webhook = await descriptor.webhook?.();
    if (!webhook) throw new UsageError(`no contract of ${provider} describes a webhook.`);
    const variable = variableOf(provider, 'webhookSecret');
    const secret = io.env[variable] || undefined;
    if (webhook.sign && secret === undefined)
      throw new UsageError(`${provider} signs its webhooks: set ${variable} to the secret of the subscription.`);
    if (secret !== secret?.trim()) throw new UsageError(`${variable} begins or ends with white space; take that away.`);

    const style = styleOf(io);
    const passing = { fetch: (io.fetch ?? globalThis.fetch) as typeof globalThis.fetch, stop: io.signal };
    let url = '';
    const listening = await serve({ host, port }, async (came) => {
      const told = await receive({ provider, webhook, secret: secret ?? '', url: ownUrl ?? url }, came);
      const forwarded = to !== undefined && isBelievable(told) ? await forward(came, to, passing) : undefined;
      const all: Told = {
        ...told,
        ...(forwarded && { forwarded: forwarded.status, isAnswered: forwarded.isAnswered }),
      };
      io.stdout(values.json ? JSON.stringify(all) : describe(all, style));
      return forwarded?.status ?? (isBelievable(told) ? 204 : 400);
    }).catch(async (error: unknown) => {
      const { describeListenError } = await import('@amend/mock');
      io.stderr(`amend: ${onOneLine(describeListenError(error, { host, port }, 'amend listen'))}`);
      return undefined;
    });
    if (!listening) return 1;
    ({ url } = listening);
    io.stdout(
      values.json
        ? JSON.stringify({ listening: url })
        : `Listening for ${provider} at ${url}, whatever the path. Ctrl-C stops it.`,
    );
    if (!io.signal.aborted) await once(io.signal, 'abort');
    await listening.close();
    return 0;
  },
};
