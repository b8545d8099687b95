import { type GivenUser, givenNames } from '@amend/check';
import { oneOf, type Subject } from 'amend/providers';
import { UsageError } from '../usage-error.ts';

/**
 * The users that were named, one for each kind and status.
 *
 * @param subjects The kinds of users of the provider, the usual one first.
 * @throws {UsageError} on a kind or a status that is not tried: such a user would be left out in silence.
 */
export const knownUsers = (
  given: readonly GivenUser[],
  provider: string,
  subjects: readonly Subject[],
): readonly GivenUser[] => {
  const taken = new Set<readonly string[]>();
  const names = new Map(subjects.map((subject) => [subject.type, givenNames(subject)]));
  return given.map(({ type: asked, status: word, id }) => {
    const types = [...names.keys()];
    const type = asked === undefined ? types[0] : oneOf(`type at ${provider}`, asked, types);
    const statuses = names.get(type ?? '') ?? [];
    const status = oneOf('status', word, statuses.flat());
    const one = statuses.find((all) => all.includes(status)) ?? [];
    if (taken.has(one)) throw new UsageError('--user names two users of one kind and status.');
    taken.add(one);
    return { type, status, id };
  });
};
