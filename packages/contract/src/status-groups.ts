import { statusListsOf } from './members.ts';
import type { Named } from './model.ts';
import type { Meaning, UpdateRules } from './rules.ts';
import type { Verification } from './verification.ts';

/** Words of a provider's that its rules do not tell apart. */
export interface StatusGroup {
  readonly status: Meaning;
  readonly words: readonly string[];
  /** Ours where no rule names the words, and else the words. */
  readonly name: string;
}

/** The statuses that some rules tell apart: ours, and by themselves those whose words a rule names. */
export const statusGroups = (
  { verified, unverified, unknown, frozen = [] }: Verification,
  rules: Pick<UpdateRules<Named>, 'words' | 'properties'> | undefined,
): readonly StatusGroup[] => {
  const named = Object.values(rules?.properties ?? {}).flatMap(statusListsOf);
  const groups = new Map<string, StatusGroup>();
  for (const [status, words] of Object.entries({ unverified, verified, neither: unknown, frozen }))
    for (const word of words) {
      const isNamed = Object.hasOwn(rules?.words ?? {}, word);
      const key = JSON.stringify([status, isNamed && named.map((list) => list.includes(word))]);
      const all = [...(groups.get(key)?.words ?? []), word];
      const isOurs = !isNamed && (status === 'unverified' || status === 'verified');
      groups.set(key, { status: status as Meaning, words: all, name: isOurs ? status : all.join(', ') });
    }
  return [...groups.values()];
};
