import type { AccountAt, Prepared } from 'amend';
import { clientsFromEnv, type FoundOperation, findOperations } from 'amend/providers';
import type { AskedAccount } from './account-flags.ts';
import type { Io } from './command.ts';
import { readJsonObject } from './read-json.ts';
import { readStatus } from './statuses.ts';
import { UsageError } from './usage-error.ts';

/** A user at a provider, and the operations of which one is meant: several while its kind is not known. */
export interface Account {
  readonly found: readonly FoundOperation[];
  readonly account: AccountAt;
}

const word: Readonly<Record<string, unknown>> = { true: true, false: false };

/** Properties of the provider's own: a file of them, or one each. */
const readNative = async (given: readonly string[], io: Io): Promise<object> => {
  const native: [string, unknown][] = [];
  for (const entry of given) {
    const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(entry) ?? [];
    if (name === undefined) for (const one of Object.entries(await readJsonObject(entry, io))) native.push(one);
    else native.push([name, Object.hasOwn(word, value) ? word[value] : value]);
  }
  if (new Set(native.map(([name]) => name)).size < native.length)
    throw new UsageError('--native sets a property twice.');
  return Object.fromEntries(native);
};

/** What files say about the user. */
const readKnown = async ({ current, answer }: AskedAccount, io: Io): Promise<Pick<AccountAt, 'current' | 'answer'>> => {
  if (current !== undefined && answer !== undefined)
    throw new UsageError('--current and --answer say the same; give one of them.');
  if (answer !== undefined) return { answer: await readJsonObject(answer, io) };
  return current === undefined ? {} : { current: await readJsonObject(current, io) };
};

/** What flags and files say of an account. */
export const readAccount = async (asked: AskedAccount, io: Io): Promise<Account> => {
  const { id, status, native } = asked;
  const found = await findOperations(asked);
  const first = found[0] as FoundOperation;
  const account: AccountAt = {
    operation: found.map(({ operation }) => operation),
    ...(id !== undefined && { id }),
    ...(status !== undefined && { status: readStatus(status, first.operation) }),
    ...(await readKnown(asked, io)),
    ...(native.length > 0 && { native: await readNative(native, io) }),
  };
  return { found, account };
};

/**
 * The same, with the client that reads it, and sends to it; a dry run in which nothing is read needs none.
 *
 * @throws {UsageError} before anything is sent, if it is not said whose account it is.
 */
export const connectAccount = async (asked: AskedAccount, isDryRun: boolean, io: Io): Promise<Account> => {
  const { provider, id } = asked;
  const read = await readAccount(asked, io);
  const { current, answer } = read.account;
  const isKnown = current !== undefined || answer !== undefined;
  const isUpdate = read.found[0]?.operation.rules !== undefined;
  if (isUpdate && id === undefined && !isKnown) throw new UsageError(`say which user: ${provider}:ID, or --id ID.`);
  const canBeRead = isUpdate && !isKnown && read.found[0]?.operation.reader.read !== undefined;
  if (isDryRun && !canBeRead) return read;
  const clients = await clientsFromEnv(io.env, [provider], {
    baseUrls: { [provider]: asked['base-url'] },
    ...(io.fetch && { fetch: io.fetch }),
  });
  return { ...read, account: { ...read.account, client: clients[provider] } };
};

/** A plan that is blocked may only be so by the rules for another kind of user. */
export const typeHints = (accounts: readonly Account[], prepared: readonly Prepared[]): string[] =>
  accounts.flatMap(({ found }, index) => {
    const { plan, operation } = prepared[index] ?? {};
    const chosen = found.find((each) => each.operation === operation);
    const others = found.filter((each) => each !== chosen).map(({ type }) => type);
    if (!chosen || others.length === 0 || plan?.state !== 'blocked') return [];
    return `these are ${chosen.provider}'s rules for the type ${chosen.type}; if the user is of another, pass --type ${others.join(' or ')}.`;
  });
