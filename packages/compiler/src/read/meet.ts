import type { Meaning, Named, RuleStatus } from '@amend/contract';

/** Whether it is a status of ours, and no word of a provider's. */
export const isOurs = (status: RuleStatus): boolean => status === 'unverified' || status === 'verified';

/** Whether a list opens a status: by its name, by the one of ours that it means, or whatever it means. */
const opens = (list: readonly RuleStatus[], status: RuleStatus, means: Meaning | undefined): boolean => {
  if (list.includes(status)) return true;
  if (isOurs(status) || means === 'frozen') return false;
  return means === 'unverified' || means === 'verified'
    ? list.includes(means)
    : list.includes('unverified') && list.includes('verified');
};

/**
 * The statuses that both lists allow, so that to judge by it is to judge by both. What judges is `allows` of the contract's
 * package, which the generator cannot run before it is built; a test holds this against it.
 *
 * @param meanings What the provider's words mean.
 */
export const meetOf = (
  some: readonly RuleStatus[],
  others: readonly RuleStatus[],
  meanings: Named<Meaning>,
): readonly RuleStatus[] =>
  [...new Set([...some, ...others])].filter((status) => {
    const means = Object.hasOwn(meanings, status) ? meanings[status] : undefined;
    return opens(some, status, means) && opens(others, status, means);
  });
