import type { Way } from '@amend/contract';
import { isFields } from '../json.ts';

/** An answer like the example, with this user in it, or these users where the way has a list. */
export const answerWith = ([step, ...rest]: Way, example: unknown, users: unknown): unknown => {
  if (step === undefined) return users;
  if (step === '*') {
    const [first] = Array.isArray(example) ? example : [];
    return (Array.isArray(users) ? users : [users]).map((each) => answerWith(rest, first, each));
  }
  const envelope = isFields(example) ? example : {};
  return { ...envelope, [step]: answerWith(rest, envelope[step], users) };
};
