import type { Named, Way } from './model.ts';

const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The users in an answer. */
export const usersAt = ([step, ...rest]: Way, answer: unknown): readonly Named[] => {
  if (step === '*') return Array.isArray(answer) ? answer.flatMap((element) => usersAt(rest, element)) : [];
  if (!isObject(answer)) return [];
  return step === undefined ? [answer] : usersAt(rest, answer[step]);
};
