import type { Outcome } from './outcome.ts';
import { type AccountAt, type PrepareOptions, prepareAll } from './prepare-all.ts';
import { type SendAllOptions, sendAll } from './send-all.ts';
import type { Patch } from './user.ts';

/**
 * One change to one user at every provider that knows it: reads what is not handed in, plans, sends nothing at all if one
 * provider would refuse, and says what became of each, in the order given. A signal ends every call; what was sent by then,
 * and whose end nobody saw, is `failed` with an error that `isUncertain`, and what was not begun is `not-sent`.
 *
 * @example
 * const outcomes = await updateAll({ phone: '+12105550132' }, [
 *   { operation: machnetIndividual.update, id: machnetId, client: machnet },
 *   { operation: hpayUser.patch, id: hpayId, client: hpay },
 * ]);
 *
 * @throws {TypeError} if a client is not the provider's.
 */
export const updateAll = async (
  patch: Patch,
  accounts: readonly AccountAt[],
  options: PrepareOptions & SendAllOptions = {},
): Promise<Outcome[]> => {
  const { onLocked: _, today: __, ...sending } = options;
  const { onRefusal: ___, ...preparing } = options;
  return sendAll(await prepareAll(patch, accounts, preparing), sending);
};
