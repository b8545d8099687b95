import type { Patch, User } from 'amend';
import type { LinkStatus } from '../shown.ts';
import type { Store } from '../store.ts';
import type { Keeper } from '../types.ts';
import type { Fake } from './fake-provider.ts';

export const phoneOf = (version: number): string => `+1210555${String(1000 + version)}`;
export const mailOf = (version: number): string => `v${version}@example.com`;

/** Somebody whom nobody knows yet, as every provider takes him. */
export const personAt = (version: number) =>
  ({
    firstName: 'Keeper',
    middleName: 'Of',
    lastName: 'Steps',
    gender: 'female',
    dateOfBirth: '1990-04-15',
    ssn: '111223000',
    username: 'keeper',
    externalId: 7000,
    email: mailOf(version),
    phone: phoneOf(version),
    address: { line1: '1 Main St', city: 'Zionsville', state: 'PA', postalCode: '18092', country: 'US' },
  }) satisfies Patch;

/** What was asked for in a history. */
export interface Seen {
  /** The last version of a field, by `user field`. */
  readonly wanted: Map<string, number>;
  /** Documents, by their numbers. */
  readonly numbers: { readonly user: string; readonly number: string; readonly change: string }[];
  /** `user provider` of which something was withdrawn. */
  readonly withdrawn: Set<string>;
  /** Who is made at every provider. */
  readonly newcomer: string;
  readonly erased: string;
  erasedAt: number | undefined;
}

interface Judged {
  readonly store: Store;
  readonly caller: Keeper<string>;
  readonly fakes: readonly Fake[];
  readonly users: readonly string[];
  readonly seen: Seen;
  /** How long after it was written down a request may take effect, in milliseconds. */
  readonly longest: number;
}

const fields = ['phone', 'email'] as const;

const versionIn = (user: User, field: (typeof fields)[number]): number | undefined => {
  const value = user[field];
  if (value === undefined) return undefined;
  return field === 'phone' ? Number(value.slice(-4)) - 1000 : Number(value.slice(1, -12));
};

/** Values that were written after newer ones. */
const backward = ({ writes, provider }: Fake): string[] => {
  const last = new Map<string, number>();
  const wrong: string[] = [];
  for (const { account, user } of writes)
    for (const field of fields) {
      const version = versionIn(user, field);
      if (version === undefined) continue;
      if (version < (last.get(`${account} ${field}`) ?? 0)) wrong.push(`${field} went back at ${provider}`);
      last.set(`${account} ${field}`, version);
    }
  return wrong;
};

const isHeldByRule = ({ state, reason }: { readonly state: string; readonly reason?: string }): boolean =>
  state === 'held' && (reason === 'locked' || reason === 'together');

/** What of a user is not as was wanted. */
const wrongAt = (fake: Fake, userId: string, link: LinkStatus, account: string, seen: Seen): string[] => {
  const { provider } = fake;
  const wrong: string[] = [];
  const now = fake.userOf(account);
  const mayBeWithdrawn = seen.withdrawn.has(`${userId} ${provider}`);
  for (const field of fields) {
    const told = link.fields.find((one) => one.field === field);
    const version = seen.wanted.get(`${userId} ${field}`);
    if (version === undefined || told?.state === 'unsupported') continue;
    if (told?.state === 'withdrawn' && mayBeWithdrawn) continue;
    if (told && isHeldByRule(told) && now.verification === 'verified') continue;
    if (versionIn(now, field) !== version)
      wrong.push(`${field} is lost at ${provider}: ${told?.state} ${told?.reason}`);
    if (told?.state !== 'kept') wrong.push(`${field} is ${told?.state} ${told?.reason} at ${provider}`);
  }
  for (const { number, change } of seen.numbers.filter(({ user }) => user === userId)) {
    const times = (now.documents?.virtual ?? []).filter((one) => one.number === number).length;
    const told = link.fields.find((one) => one.change === change && one.field.startsWith('documents'));
    if (told?.state === 'unsupported') continue;
    const mayLack = told?.reason === 'together' ? now.verification === 'verified' : told?.state === 'withdrawn';
    if (mayLack && times === 0) continue;
    if (told?.state === 'withdrawn' && mayBeWithdrawn && times === 1) continue;
    if (times !== 1) wrong.push(`a document is there ${times} times at ${provider}`);
  }
  if (link.state !== 'kept' && !isHeldByRule(link)) wrong.push(`a link is ${link.state} ${link.reason} at ${provider}`);
  return wrong;
};

/** Who was made is there once, and known; in doubt nobody makes him again. */
const wrongOfNewcomer = (fake: Fake, link: LinkStatus | undefined, seen: Seen): string[] => {
  const made = [...fake.records.keys()].filter((account) => account.startsWith('made-'));
  if (made.length > 1) return [`a user was made ${made.length} times at ${fake.provider}`];
  if (!link) return [];
  if (link.account !== undefined) return wrongAt(fake, seen.newcomer, link, link.account, seen);
  const { read, list } = fake.update.reader;
  const isFound = made.length > 0 && (list !== undefined || read?.({ email: 'email' }) !== undefined);
  return link.reason === 'unknown' && !isFound
    ? []
    : [`a newcomer is ${link.state} ${link.reason} at ${fake.provider}${isFound ? ', and is there' : ''}`];
};

/** Who was erased is asked about no more, and is nowhere. */
const wrongOfErased = (fake: Fake, link: LinkStatus | undefined, { erased, erasedAt = 0 }: Seen, longest: number) => {
  const account = `${fake.provider}-${erased}`;
  const isLate = fake.writes.some((write) => write.account === account && write.at > erasedAt + longest);
  return [
    ...(isLate ? [`an erased user is changed at ${fake.provider}`] : []),
    ...(link?.state === 'erased' && link.account === undefined ? [] : [`an erased user is ${link?.state}`]),
  ];
};

/** What stands in the tables and should not. */
const wrongInTables = async (store: Store, { numbers, erased, erasedAt }: Seen): Promise<string[]> => {
  const wrong: string[] = [];
  const changes = await store.query(
    `select c.id, c.waiting, (c.sealed is null) as is_gone, (select count(*) from amend_keep.delivery d
      where d.user_id = c.user_id and d.version = c.version and d.ended_at is null) as open from amend_keep.change c`,
  );
  if (changes.rows.some(({ is_gone, open }) => (is_gone === 1) !== (open === 0)))
    wrong.push('a payload is there for nobody, or not there for somebody');
  if (changes.rows.some(({ waiting, open }) => waiting !== open)) wrong.push('who waits for a change is miscounted');
  for (const table of ['person', 'link', 'change', 'delivery', 'attempt', 'pace']) {
    const { rows } = await store.query(`select * from amend_keep.${table}`);
    const text = JSON.stringify(rows);
    if (/1210555|@example\.com/.test(text) || numbers.some(({ number }) => text.includes(number)))
      wrong.push(`a value stands in ${table}`);
    if (table === 'person' && rows.some((row) => row.user_id === erased && erasedAt !== undefined && row.data_key))
      wrong.push('an erased user has a key');
  }
  return wrong;
};

/** What is not as it has to be, once all has come to rest. */
export const judge = async ({ store, caller, fakes, users, seen, longest }: Judged): Promise<string[]> => {
  const wrong = fakes.flatMap((fake) => [...fake.violations, ...backward(fake)]);
  for (const userId of users) {
    const links = await caller.status(userId);
    for (const fake of fakes) {
      const link = links.find(({ provider }) => provider === fake.provider);
      if (userId === seen.newcomer) wrong.push(...wrongOfNewcomer(fake, link, seen));
      else if (userId === seen.erased && seen.erasedAt !== undefined)
        wrong.push(...wrongOfErased(fake, link, seen, longest));
      else if (link) wrong.push(...wrongAt(fake, userId, link, `${fake.provider}-${userId}`, seen));
      else wrong.push(`a link is gone at ${fake.provider}`);
    }
  }
  return [...wrong, ...(await wrongInTables(store, seen))];
};
