import { parseArgs } from 'node:util';
import { providerNames } from 'amend/providers';
import { defaultPort, flagsHelp, mockFlags } from './flags-help.ts';
import { readHost, readOrigin } from './guard.ts';

export interface CliOptions {
  readonly port: number;
  readonly host: string;
  readonly only?: readonly string[];
  readonly seed?: string;
  /** A file in JSON. */
  readonly secrets?: string;
  readonly origins?: readonly string[];
  readonly hosts?: readonly string[];
  readonly webhookHosts?: readonly string[];
  /** A folder of static files. */
  readonly pages?: string;
  readonly help: boolean;
}

const names: readonly string[] = providerNames;

export const usage = `Usage: amend-mock [flags]

${flagsHelp}`;

const options = {
  ...mockFlags,
  port: { ...mockFlags.port, default: String(defaultPort) },
  host: { ...mockFlags.host, default: '127.0.0.1' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What is asked for; nothing if the usage is wrong. */
export const readOptions = (args: readonly string[]): CliOptions | undefined => {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; tokens: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, tokens: true });
  } catch {
    return undefined;
  }
  const { values, tokens } = parsed;
  // Of an option that stands for one value, the last would win in silence.
  const single = tokens.flatMap((token) =>
    token.kind === 'option' && !('multiple' in options[token.name]) ? [token.name] : [],
  );
  if (new Set(single).size < single.length) return undefined;
  const { port, host, only, seed, secrets, origin: origins, 'allow-host': hosts, help } = values;
  const { 'allow-webhooks-to': webhookHosts, pages } = values;
  const wanted = only?.flatMap((list) => list.split(','));
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535 || host === '' || pages === '') return undefined;
  if (wanted?.some((name) => !names.includes(name))) return undefined;
  if ((origins ?? []).map(readOrigin).includes(undefined)) return undefined;
  if ([...(hosts ?? []), ...(webhookHosts ?? [])].map(readHost).includes(undefined)) return undefined;
  return {
    port: Number(port),
    host,
    help,
    ...(wanted && { only: wanted }),
    ...(seed !== undefined && { seed }),
    ...(secrets !== undefined && { secrets }),
    ...(origins && { origins }),
    ...(hosts && { hosts }),
    ...(webhookHosts && { webhookHosts }),
    ...(pages !== undefined && { pages }),
  };
};
