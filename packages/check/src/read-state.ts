import { isObject } from './json.ts';
import type { CheckState } from './state.ts';

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const isMap = (value: unknown, fits: (each: unknown) => boolean): boolean =>
  isObject(value) && Object.values(value).every(fits);

const isUser = (value: unknown): boolean => isObject(value) && typeof value.id === 'string' && isCount(value.number);

const verdicts = ['agrees', 'differs', 'undecided', 'not-tried'];

const isJudged = (value: unknown): boolean =>
  isObject(value) && verdicts.includes(String(value.verdict)) && typeof value.provider === 'string';

const rules: { readonly [Key in keyof CheckState]: (value: unknown) => boolean } = {
  version: (value) => value === 1,
  provider: (value) => typeof value === 'string',
  seed: isCount,
  made: isCount,
  writes: isCount,
  users: (value) => isMap(value, isUser),
  pending: (value) => isMap(value, isCount),
  retired: (value) => Array.isArray(value) && value.every((id) => typeof id === 'string'),
  cells: (value) => isMap(value, isJudged),
};

/** What an interrupted check has kept; nothing if it is not what one keeps of this provider. */
export const readState = (value: unknown, provider: string): CheckState | undefined => {
  if (!isObject(value) || value.provider !== provider) return undefined;
  const isWhole = Object.entries(rules).every(([name, fits]) => fits(value[name]));
  return isWhole ? (value as unknown as CheckState) : undefined;
};
