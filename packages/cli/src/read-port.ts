import { UsageError } from './usage-error.ts';

/** @throws {UsageError} unless it is a port, or 0 for any. */
export const readPort = (port: string, flag = 'port'): number => {
  if (/^[0-9]{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new UsageError(`--${flag} must be a number from 0 to 65535.`);
};
