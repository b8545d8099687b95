import { defaultPort, mockFlags } from '@amend/mock';
import type { FlagTable } from '../command.ts';
import { readFlags } from '../flags.ts';
import { UsageError } from '../usage-error.ts';

export interface DemoOptions {
  /** End after the job. */
  readonly once: boolean;
  /** Leave out what takes seconds. */
  readonly short: boolean;
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
}

export const flags = {
  once: { type: 'boolean', about: 'end after that, on any free port unless one is given' },
  short: { type: 'boolean', about: 'leave out the change that is kept in step, which takes seconds' },
  port: mockFlags.port,
  host: mockFlags.host,
} as const satisfies FlagTable;

/**
 * What is asked for. Who stays finds the mock at a port that is known beforehand, and who does not stay disturbs nobody.
 *
 * @throws {UsageError} on wrong usage.
 */
export const readOptions = (args: readonly string[]): DemoOptions => {
  const { values, positionals } = readFlags(args, flags);
  const { once = false, short = false, port = once ? '0' : String(defaultPort), host = '127.0.0.1' } = values;
  if (positionals.length > 0) throw new UsageError('demo takes flags only.');
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError('--port must be from 0 to 65535.');
  return { once, short, port: Number(port), host };
};
