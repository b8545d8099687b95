import type { Named } from '@amend/contract';
import { namesOf, type Standing } from './cells.ts';
import { createBody } from './create-body.ts';
import { own } from './json.ts';
import type { GivenUser, NoPerson, PeopleOptions, Person } from './person.ts';
import type { MadeUser } from './state.ts';
import { standsIn, verifierOf } from './verify.ts';

/** Makes users, has them verified, and takes them away again. */
export const peopleOf = (options: PeopleOptions) => {
  const { provider, usualType, creates, verification, given, caller, records, book, setStatus } = options;
  const { operations, user } = provider;
  const creator = operations.find(({ kind }) => kind === 'create');
  const verify = verifierOf(options);
  const remover = operations.find(({ kind }) => kind === 'delete');
  const bodyOf = (type: string, number: number): Named | undefined =>
    creator && creates[type] && createBody(creator, creates[type], number);

  const memory = new Map<string, Named>();
  const personOf = (id: string, made: Named): Person => {
    if (!memory.has(id)) memory.set(id, made);
    const known = (): Named => memory.get(id) ?? {};
    return { id, known, note: (fields) => memory.set(id, { ...known(), ...fields }) };
  };

  const keep = async (type: string, user?: MadeUser): Promise<void> => {
    const { users, pending } = book.state();
    const { [type]: _, ...others } = pending;
    await book.set({ users: user ? { ...users, [type]: user } : users, pending: others });
  };

  /** Whom an interrupted run may have made. */
  const findPending = async (body: Named): Promise<string | undefined | NoPerson> => {
    const lister = operations.find(({ kind }) => kind === 'list');
    if (!lister)
      return {
        why: 'an earlier call that makes a user got no answer, and no list shows whether there is one; name one with --user',
      };
    const [mail] = Object.keys(body).filter((name) => /mail$/.test(name));
    const found = mail === undefined ? undefined : await records.findBy(mail, body[mail]);
    return found && String(own(found, user.id));
  };

  const make = async (type: string): Promise<Person | NoPerson> => {
    const { users, pending } = book.state();
    const number = users[type]?.number ?? pending[type] ?? book.number();
    const body = bodyOf(type, number);
    if (!creator || !body) return { why: 'there is no call that makes a user of this kind; name one with --user' };
    const known = users[type]?.id ?? (pending[type] === undefined ? undefined : await findPending(body));
    if (typeof known === 'object') return known;
    if (known !== undefined) {
      await keep(type, { id: known, number });
      return personOf(known, body);
    }
    await book.set({ pending: { ...pending, [type]: number } });
    const called = await caller.call(creator.id, { body }, true);
    if (called.is === 'lost') return { why: `${called.why}, and it is not known whether a user was made` };
    if (called.is !== 'done') {
      await keep(type);
      return { why: called.is === 'refused' ? `the provider refuses a new user with ${called.status}` : called.why };
    }
    const [made] = records.usersIn(creator, called.data);
    const id = made && own(made, user.id);
    if (typeof id !== 'string' && typeof id !== 'number') return { why: 'the answer to a create names no user' };
    await keep(type, { id: String(id), number });
    return personOf(String(id), body);
  };

  const spoilt = new Set<string>();

  const take = async ({ id }: GivenUser, wanted: Standing): Promise<Person | NoPerson> => {
    if (spoilt.has(id)) return { why: 'the user that was named has become one of another kind' };
    const record = await records.read(id);
    if (!record) return { why: 'the user that was named cannot be read' };
    return standsIn(verification, record, wanted)
      ? personOf(id, {})
      : { why: 'the user that was named has another status' };
  };

  return {
    standsIn: (record: Named, standing: Standing) => standsIn(verification, record, standing),
    /** A user of a kind in a status. */
    userIn: async (type: string, wanted: Standing): Promise<Person | NoPerson> => {
      const named = given.find((each) => (each.type ?? usualType) === type && namesOf(wanted).includes(each.status));
      if (named) return take(named, wanted);
      const person = await make(type);
      if ('why' in person || wanted.word === undefined) return person;
      if (!setStatus) return verify(person, wanted);
      await setStatus(person.id, wanted.word);
      return person;
    },
    /** Leaves a user alone that is no longer what it was made as; the next one is new. */
    retire: async (id: string): Promise<void> => {
      spoilt.add(id);
      const { users, retired } = book.state();
      const others = Object.entries(users).filter(([, made]) => made.id !== id);
      if (others.length < Object.keys(users).length)
        await book.set({ users: Object.fromEntries(others), retired: [...retired, id] });
    },
    /** Deletes whom the check has made, where a call does that; the ids of those who stay. */
    cleanUp: async (): Promise<readonly string[]> => {
      const { users, retired } = book.state();
      const left: string[] = [];
      for (const id of [...retired, ...Object.values(users).map((made) => made.id)]) {
        const called = remover && (await caller.call(remover.id, records.inputFor(remover, id), true));
        if (called?.is !== 'done') left.push(id);
      }
      await book.set({ users: {}, retired: [] });
      return left;
    },
  };
};

export type People = ReturnType<typeof peopleOf>;
