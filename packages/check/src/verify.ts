import type { Named, Verification } from '@amend/contract';
import { isStanding, type Standing } from './cells.ts';
import { own } from './json.ts';
import type { NoPerson, PeopleOptions, Person } from './person.ts';

const pollEvery = 2000;

/** Whether a record tells of a user who stands so. */
export const standsIn = (verification: Verification | undefined, record: Named, standing: Standing): boolean =>
  isStanding(standing, verification && own(record, verification.property));

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
      if (standsIn(verification, record, wanted)) return person;
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
