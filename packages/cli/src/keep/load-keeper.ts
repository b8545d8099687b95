import { stat } from 'node:fs/promises';
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
  const [, builtIn] = /^No such built-in module: (node:[\w/-]+)$/.exec(error.message) ?? [];
  if (builtIn !== undefined)
    return `needs a Node that has ${builtIn}, and this is ${process.versions.node}; @amend/keep needs 22.13 or newer`;
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
  const found = await stat(file).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read (${code}).`);
  });
  if (found.isDirectory()) throw new UsageError(`${file} is a folder; name the module in it.`);
  const load = async (): Promise<Record<string, unknown>> => {
    const module = await import(pathToFileURL(resolve(file)).href);
    const made = typeof module.default === 'function' ? await module.default() : module.default;
    return { ...module, default: await made };
  };
  const { default: keeper, close } = await load().catch((error: unknown) => {
    if (error instanceof Error && error.name === 'KeepError') throw error;
    throw new UsageError(`the module of --keeper ${whyNot(error)}.`);
  });
  if (!isKeeper(keeper)) throw new UsageError('the module of --keeper must have a keeper as its default export.');
  return { keeper, close: async () => void (typeof close === 'function' && (await close())) };
};
