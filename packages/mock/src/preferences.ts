// Other packages compile this file too, and their settings do not name the declaration.
/// <reference path="./parse-prefer-header.d.ts" />
import parsePreferHeader from 'parse-prefer-header';

/** What a caller prefers: Prism's own switches, and ours. */
export interface Preferences {
  readonly code?: number;
  readonly exampleKey?: string;
  readonly dynamic: boolean;
  readonly seed?: string;
  /** Whether a locked field may change. */
  readonly rulesOff: boolean;
}

type Query = Readonly<Record<string, string | readonly string[]>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Reads the `Prefer` header as stock Prism does, or without one the parameters that stand for it.
 *
 * @returns Nothing if a switch has a value that Prism refuses.
 */
export const readPreferences = (prefer: string | undefined, query: Query): Preferences | undefined => {
  const given: Readonly<Record<string, unknown>> = prefer
    ? parsePreferHeader(prefer)
    : { code: query.__code, dynamic: query.__dynamic, seed: query.__seed, example: query.__example };
  const { code, dynamic = 'false', seed, example } = given;
  if (code !== undefined && !/^[0-9]{3}$/.test(text(code) ?? '')) return undefined;
  if (dynamic !== 'true' && dynamic !== 'false') return undefined;
  if ([seed, example].some((value) => value !== undefined && text(value) === undefined)) return undefined;
  return {
    ...(code !== undefined && { code: Number(code) }),
    ...(example !== undefined && { exampleKey: text(example) as string }),
    ...(seed !== undefined && { seed: text(seed) as string }),
    dynamic: dynamic === 'true',
    rulesOff: given.rules === 'off',
  };
};

/** Whether the answer is to come from the contract alone, and not from what the mock remembers. */
export const wantsExample = ({ code, exampleKey, dynamic }: Preferences): boolean =>
  code !== undefined || exampleKey !== undefined || dynamic;
