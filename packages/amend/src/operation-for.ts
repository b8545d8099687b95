import { toUser } from './to-user.ts';
import type { User } from './user.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** What is known of a user, as the provider answered it or as we write it. */
export type Known = { readonly answer: unknown } | { readonly user: User };

/** One of several operations, and the user by its reading. */
export interface Chosen {
  readonly operation: AnyUserOperation;
  readonly current: User | undefined;
}

/** What is read as no field. */
const strangers = ({ current }: Chosen): number => Object.keys(current?.native ?? {}).length;

/**
 * Which of the operations on different kinds of users is the one for this user: the one for the kind that is stated, else
 * the one by whose reading the fewest properties stay without a field; of a user about whom nothing is known, the first.
 *
 * @throws {TypeError} if there is none to choose from.
 */
export const operationFor = (operations: readonly AnyUserOperation[], known: Known | undefined): Chosen => {
  const choices = operations.map(
    (operation): Chosen => ({
      operation,
      current: known && ('user' in known ? known.user : toUser(operation, known.answer)),
    }),
  );
  const [first] = choices;
  if (!first) throw new TypeError('An account needs an operation.');
  const stated = first.current?.kind;
  if (choices.every(({ current }) => current?.kind === stated))
    return choices.find(({ operation }) => operation.reader.kind === stated) ?? first;
  const fewest = Math.min(...choices.map(strangers));
  return choices.find((choice) => strangers(choice) === fewest) ?? first;
};
