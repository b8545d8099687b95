import { type JudgedStatus, judgedStatusOf, type Named, type Verification } from '@amend/contract';
import type { AnyUserOperation } from 'amend';
import type { Caller, Clock } from './calls.ts';
import type { Standing } from './cells.ts';
import { createBody } from './create-body.ts';
import { own } from './json.ts';
import type { Provider } from './model.ts';
import type { Records } from './records.ts';
import type { Book } from './state.ts';

/** A user to try something on. */
export interface Person {
  readonly id: string;
  /** What it was made of and has been sent since, and what reads have shown. */
  readonly known: () => Named;
  readonly note: (fields: Named) => void;
}

/** Why there is no such user. */
export interface NoPerson {
  readonly why: string;
}

/** A user that was named for a status, by our word for it or the provider's. */
export interface GivenUser {
  readonly type?: string | undefined;
  readonly status: string;
  readonly id: string;
}

export interface PeopleOptions {
  readonly provider: Provider;
  readonly creates: Readonly<Record<string, AnyUserOperation>>;
  readonly verification: Verification | undefined;
  readonly given: readonly GivenUser[];
  readonly caller: Caller;
  readonly records: Records;
  readonly book: Book;
  readonly clock: Clock;
  /** Puts a user into a status, where something can that is no call of the provider's. */
  readonly setStatus?: ((id: string, word: string) => Promise<void>) | undefined;
  /** Milliseconds for which the outcome of a check is waited for. */
  readonly patience: number;
}

const pollEvery = 2000;

/** Makes users, has them verified, and takes them away again. */
export const peopleOf = (options: PeopleOptions) => {
  const { provider, creates, verification, given, caller, records, book, clock, setStatus, patience } = options;
  const { operations, user } = provider;
  const creator = operations.find(({ kind }) => kind === 'create');
  const mover = operations.find(({ sets }) => verification && sets && verification.property in sets);
  const remover = operations.find(({ kind }) => kind === 'delete');
  const numberOf = (type: string): number => book.state().seed + Object.keys(creates).indexOf(type);
  const bodyOf = (type: string): Named | undefined =>
    creator && creates[type] && createBody(creator, creates[type], numberOf(type));

  const wordIn = (record: Named): unknown => verification && own(record, verification.property);
  const statusIn = (record: Named): JudgedStatus =>
    verification ? judgedStatusOf(verification, wordIn(record)) : 'unknown';

  const memory = new Map<string, Named>();
  const personOf = (id: string, made: Named): Person => {
    if (!memory.has(id)) memory.set(id, made);
    const known = (): Named => memory.get(id) ?? {};
    return { id, known, note: (fields) => memory.set(id, { ...known(), ...fields }) };
  };

  const keep = async (type: string, id: string): Promise<void> => {
    const { users, pending } = book.state();
    await book.set({ users: { ...users, [type]: id }, pending: pending.filter((each) => each !== type) });
  };

  /** Whom an interrupted run may have made. */
  const findPending = async (body: Named): Promise<string | undefined | NoPerson> => {
    const lister = operations.find(({ kind }) => kind === 'list');
    if (!lister) return { why: 'an earlier run got no answer to a create, and no list shows whether there is a user' };
    const [mail] = Object.keys(body).filter((name) => /mail$/.test(name));
    const found = mail === undefined ? undefined : await records.findBy(mail, body[mail]);
    return found && String(own(found, user.id));
  };

  const make = async (type: string): Promise<Person | NoPerson> => {
    const body = bodyOf(type);
    if (!creator || !body) return { why: `there is no call that makes a user of this kind; name one with --user` };
    const known = book.state().users[type];
    if (known !== undefined) return personOf(known, body);
    const { pending } = book.state();
    if (pending.includes(type)) {
      const found = await findPending(body);
      if (typeof found === 'object') return found;
      if (found !== undefined) {
        await keep(type, found);
        return personOf(found, body);
      }
    } else await book.set({ pending: [...pending, type] });
    const called = await caller.call(creator.id, { body }, true);
    if (called.is === 'lost') return { why: `${called.why}, and it is not known whether a user was made` };
    if (called.is !== 'done') {
      await book.set({ pending: book.state().pending.filter((each) => each !== type) });
      return { why: called.is === 'refused' ? `the provider refuses a new user with ${called.status}` : called.why };
    }
    const [made] = records.usersIn(creator, called.data);
    const id = made && own(made, user.id);
    if (typeof id !== 'string' && typeof id !== 'number') return { why: 'the answer to a create names no user' };
    await keep(type, String(id));
    return personOf(String(id), body);
  };

  /** Has the provider check a user, step by step, until it stands where it should. */
  const verify = async (person: Person, wanted: Standing): Promise<Person | NoPerson> => {
    const until = clock.now() + patience;
    const started = new Set<unknown>();
    const steps = verification && mover?.sets?.[verification.property];
    for (;;) {
      const record = await records.read(person.id, person.known());
      if (!record) return { why: 'no call reads the user' };
      if (statusIn(record) === wanted.status) return person;
      const word = wordIn(record);
      const next = typeof steps === 'object' && typeof word === 'string' ? steps[word] : undefined;
      if (!mover || next === undefined || next === word) break;
      if (!started.has(word)) {
        started.add(word);
        const called = await caller.call(mover.id, records.inputFor(mover, person.id), true);
        if (called.is !== 'done') break;
        continue;
      }
      if (clock.now() >= until) break;
      await clock.sleep(pollEvery);
    }
    return { why: `no user is in ${wanted.word ?? wanted.status}; name one with --user` };
  };

  const take = async ({ id }: GivenUser, wanted: Standing): Promise<Person | NoPerson> => {
    const record = await records.read(id);
    if (!record) return { why: 'the user that was named cannot be read' };
    return statusIn(record) === wanted.status
      ? personOf(id, {})
      : { why: 'the user that was named has another status' };
  };

  return {
    statusIn,
    /** A user of a kind in a status. */
    userIn: async (type: string, wanted: Standing): Promise<Person | NoPerson> => {
      const named = given.find(
        (each) => (each.type ?? type) === type && [wanted.status, wanted.word].includes(each.status),
      );
      if (named) return take(named, wanted);
      const person = await make(type);
      if ('why' in person || wanted.word === undefined) return person;
      if (!setStatus) return verify(person, wanted);
      await setStatus(person.id, wanted.word);
      return person;
    },
    /** Deletes whom the check has made, where a call does that; the ids of those who stay. */
    cleanUp: async (): Promise<readonly string[]> => {
      const left: string[] = [];
      for (const [type, id] of Object.entries(book.state().users)) {
        const called = remover && (await caller.call(remover.id, records.inputFor(remover, id), true));
        if (called?.is !== 'done') left.push(id);
        else {
          const { [type]: _, ...users } = book.state().users;
          await book.set({ users });
        }
      }
      return left;
    },
  };
};

export type People = ReturnType<typeof peopleOf>;
