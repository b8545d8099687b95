import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Keeper } from '@amend/keep';
import { UsageError } from '../usage-error.ts';

export interface Loaded {
  readonly keeper: Keeper<string>;
  /** Lets go of what the module holds open. */
  readonly close: () => Promise<void>;
}

const isKeeper = (value: unknown): value is Keeper<string> =>
  typeof value === 'object' && value !== null && 'reconcile' in value && 'overview' in value;

/** Of an error of the module's own nothing is told but its name: it may hold an address with a password. */
const whyNot = (error: unknown): string => {
  if (!(error instanceof Error)) return 'failed';
  const isOfNode = error instanceof SyntaxError || ('code' in error && String(error.code).startsWith('ERR_'));
  return `failed with ${error.name}${isOfNode ? `: ${error.message}` : ''}`;
};

/**
 * The keeper that a module has made: its default export, or what that gives when it is called. Its export `close` is called
 * at the end.
 *
 * @throws {UsageError} if there is none.
 */
export const loadKeeper = async (file: string | undefined): Promise<Loaded> => {
  if (!file) throw new UsageError('name the module that makes your keeper: --keeper FILE, or AMEND_KEEPER=FILE.');
  const load = async (): Promise<Record<string, unknown>> => {
    const found = await import(pathToFileURL(resolve(file)).href);
    const made = typeof found.default === 'function' ? await found.default() : found.default;
    return { ...found, default: await made };
  };
  const { default: keeper, close } = await load().catch((error: unknown) => {
    if (error instanceof Error && error.name === 'KeepError') throw error;
    throw new UsageError(`the module of --keeper ${whyNot(error)}.`);
  });
  if (!isKeeper(keeper)) throw new UsageError('the module of --keeper must have a keeper as its default export.');
  return { keeper, close: async () => void (typeof close === 'function' && (await close())) };
};
