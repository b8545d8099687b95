import { type JudgedStatus, judgedStatusOf, type Named, type Verification } from '@amend/contract';
import type { Standing } from './cells.ts';
import { own } from './json.ts';
import type { NoPerson, PeopleOptions, Person } from './person.ts';

const pollEvery = 2000;

/** The status that a record tells. */
export const statusIn = (verification: Verification | undefined, record: Named): JudgedStatus =>
  verification ? judgedStatusOf(verification, own(record, verification.property)) : 'unknown';

/** Has the provider check a user, step by step, until it stands where it should. */
export const verifierOf = ({ provider, verification, caller, records, clock, patience }: PeopleOptions) => {
  const mover = provider.operations.find(({ sets }) => verification && sets && verification.property in sets);
  return async (person: Person, wanted: Standing): Promise<Person | NoPerson> => {
    const until = clock.now() + patience;
    const started = new Set<unknown>();
    const steps = verification && mover?.sets?.[verification.property];
    for (;;) {
      const record = await records.read(person.id, person.known());
      if (!record) return { why: 'no call reads the user' };
      if (statusIn(verification, record) === wanted.status) return person;
      const word = verification && own(record, verification.property);
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
};
