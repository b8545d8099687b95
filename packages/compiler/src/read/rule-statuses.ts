import type { Meaning, Named } from '@amend/contract';
import { isOurs } from './meet.ts';
import type { LoadedContract, Path } from './read-contract.ts';
import { verificationOf } from './verification.ts';

/** What each of the provider's words means; one that is spelt as a status of ours is none that a rule can name. */
export const meaningsIn = (contract: LoadedContract): Named<Meaning> => {
  const { verified = [], unverified = [], unknown: neither = [], frozen = [] } = verificationOf(contract) ?? {};
  const known = Object.entries({ verified, unverified, neither, frozen } as Record<Meaning, readonly string[]>);
  const words = known.flatMap(([means, words]) => words.map((word) => [word, means as Meaning] as const));
  return Object.fromEntries(words.filter(([word]) => !isOurs(word)));
};

/** A list of statuses that names none but ours and the provider's. */
export const checkStatuses = (contract: LoadedContract, statuses: readonly string[], at: Path): void => {
  const meanings = new Map(Object.entries(meaningsIn(contract)));
  for (const word of statuses) {
    if (isOurs(word)) continue;
    const means = meanings.get(word);
    if (!means) contract.fail(at, `${word} is neither unverified, nor verified, nor a word of x-verification.`);
    if (means === 'frozen') contract.fail(at, `Nothing may change in ${word}, which x-verification has as frozen.`);
  }
};
