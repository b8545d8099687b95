import { type Account, type Plan, toUser, type User } from 'amend';
import { providers } from 'amend/providers';
import type { AskedAccount } from './account-flags.ts';
import type { Io } from './command.ts';
import { readJsonObject } from './read-json.ts';
import { type Selected, selectOperation } from './select-operation.ts';
import { UsageError } from './usage-error.ts';

/** A user at a provider, ready to be planned for. */
export interface ResolvedAccount extends Selected {
  readonly account: Account;
  /** The other kinds of users that it may be, if nobody said which. */
  readonly otherTypes: readonly string[];
}

/** What is known of a user, as the provider answered it or as we write it. */
export type Known = { readonly answer: unknown } | { readonly user: User };

const word: Readonly<Record<string, unknown>> = { true: true, false: false };

/** Properties of the provider's own: a file of them, or one each. */
const readNative = async (given: readonly string[], io: Io): Promise<object> => {
  const native: [string, unknown][] = [];
  for (const entry of given) {
    const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(entry) ?? [];
    if (name === undefined) native.push(...Object.entries(await readJsonObject(entry, io)));
    else native.push([name, Object.hasOwn(word, value) ? word[value] : value]);
  }
  const names = native.map(([name]) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice >= 0) throw new UsageError('--native sets a property twice.');
  return Object.fromEntries(native);
};

/** What files say about the user. */
export const readKnown = async ({ current, answer }: AskedAccount, io: Io): Promise<Known | undefined> => {
  if (current !== undefined && answer !== undefined)
    throw new UsageError('--current and --answer say the same; give one of them.');
  if (answer !== undefined) return { answer: await readJsonObject(answer, io) };
  return current === undefined ? undefined : { user: await readJsonObject(current, io) };
};

interface Choice extends Selected {
  readonly current: User | undefined;
}

/** The user as one of a kind. */
const chooseType = async (
  asked: Pick<AskedAccount, 'provider' | 'operation'> & { type: string | undefined },
  known: Known | undefined,
): Promise<Choice> => {
  const selected = await selectOperation(asked.provider, asked);
  return { ...selected, current: known && ('user' in known ? known.user : toUser(selected.operation, known.answer)) };
};

/** What is read as no field. */
const strangers = ({ current }: Choice): number => Object.keys(current?.native ?? {}).length;

/** The kind that a user is said to be; where an answer does not say it, the one that it is read best as. */
const typeOf = (choices: readonly Choice[]): string | undefined => {
  const stated = choices[0]?.current?.kind;
  if (choices.every(({ current }) => current?.kind === stated))
    return choices.find(({ type }) => type === stated)?.type;
  const fewest = Math.min(...choices.map(strangers));
  return choices.find((choice) => strangers(choice) === fewest)?.type;
};

/** Chooses the operation for what is known of the user: a business has rules of its own. */
export const resolveAccount = async (
  asked: AskedAccount,
  known: Known | undefined,
  io: Io,
): Promise<ResolvedAccount> => {
  const types = Object.keys(await providers[asked.provider].users());
  const choices = await Promise.all(types.map((type) => chooseType({ ...asked, type }, known)));
  const type = asked.type ?? typeOf(choices);
  const { current, ...selected } = await chooseType({ ...asked, type }, known);
  return {
    ...selected,
    otherTypes: asked.type === undefined ? types.filter((name) => name !== selected.type) : [],
    account: {
      operation: selected.operation,
      ...(asked.id !== undefined && { id: asked.id }),
      ...(asked.status !== undefined && { status: asked.status }),
      ...(current && { current }),
      ...(asked.native.length > 0 && { native: await readNative(asked.native, io) }),
    },
  };
};

/** A plan that is blocked may only be so by the rules for another kind of user. */
export const typeHints = (resolved: readonly ResolvedAccount[], plans: readonly Plan[]): string[] =>
  resolved
    .filter(({ otherTypes }, index) => otherTypes.length > 0 && plans[index]?.state === 'blocked')
    .map(
      ({ provider, type, otherTypes }) =>
        `these are ${provider}'s rules for the type ${type}; if the user is of another, pass --type ${otherTypes.join(' or ')}.`,
    );
