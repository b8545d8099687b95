import { ClientError } from '@amend/client';
import { type Plan, planAll, send } from 'amend';
import type { Io } from '../command.ts';
import { type Style, styleOf } from '../style.ts';
import { wrap } from '../table.ts';
import { type DemoAccount, openAccounts } from './accounts.ts';
import { differences } from './differences.ts';
import { hearWhile, type Teller } from './hear.ts';
import { type Kept, keepInStep, type Troubles, troublesFor, whyNotKept } from './keep-act.ts';
import type { DemoOptions } from './options.ts';
import { change, nextChange, person } from './person.ts';
import { withProgress } from './progress.ts';
import {
  reportAccounts,
  reportChanges,
  reportKept,
  reportReasons,
  reportStatuses,
  reportUser,
  reportVerdicts,
} from './report.ts';

type Say = (title: string, ...texts: readonly string[]) => void;

const titled =
  ({ stdout }: Io, { paint }: Style): Say =>
  (title, ...texts) =>
    stdout([paint('bold', title), ...texts, ''].join('\n'));

/** Sends a plan and reads the person again: what the provider has then, and what went otherwise than planned. */
const carryOut = async (plan: Plan, { client, current, read }: DemoAccount) => {
  const result = plan.state === 'ready' ? await send(plan, client) : undefined;
  const after = await read();
  const refusal = result?.ok === false ? [result.error.message] : [];
  return { after, problems: [...refusal, ...differences(plan, change, current, after)] };
};

const namesOf = ({ fields }: Plan, wanted: 'send' | 'locked'): string =>
  fields
    .filter(({ verdict }) => verdict === wanted)
    .map(({ field }) => field)
    .join(', ');

const verified = ({ current, ...account }: DemoAccount): DemoAccount => ({
  ...account,
  current: { ...current, ...(current.verification && { verification: 'verified' }) },
});

/** What the demo is there to show; a sentence for each thing that is not so. */
const brokenPromises = (
  accounts: readonly DemoAccount[],
  plans: readonly Plan[],
  onceVerified: readonly Plan[],
): readonly string[] => [
  ...accounts
    .filter(({ current: { verification = 'verified' } }) => verification !== 'verified')
    .map(({ operation }) => `${operation.provider} has not verified the person.`),
  ...plans.flatMap(({ provider, state }, index) =>
    state === onceVerified[index]?.state ? [] : [`The plan for ${provider} is ${state}, which it should not be.`],
  ),
];

/** What was kept in step, told; a sentence for each thing that was not. */
const tellKept = (
  { during, after, sent }: Kept,
  { locked, down, lost }: Troubles,
  say: Say,
  style: Style,
): string[] => {
  const told = (account: DemoAccount, wrong: string, right: string) =>
    [account.operation.provider, { wrong, right }] as const;
  const reasons = new Map([
    told(locked, 'has the e-mail address locked', 'told by a webhook that it checks the person anew'),
    told(down, 'is down', 'is back'),
    told(
      lost,
      'its worker was killed while the request was on the way',
      `read it, and found the change made: sent ${sent === 1 ? 'once' : `${sent} times`}`,
    ),
  ]);
  const why = (which: 'wrong' | 'right') => (provider: string) => reasons.get(provider)?.[which] ?? '';
  say('Another change, kept in step', reportUser(nextChange, style));
  say('Meanwhile all goes wrong that can', reportKept(during, why('wrong'), style));
  say('The worker is started again, and the rest is mended', reportKept(after, why('right'), style));
  return after.flatMap(({ provider, state }) => (state === 'kept' ? [] : [`${provider} has not kept the change.`]));
};

/** One more change, kept in step at every provider whatever goes wrong. */
const keep = async (
  mock: Teller,
  url: string,
  accounts: readonly DemoAccount[],
  say: Say,
  style: Style,
  io: Io,
): Promise<string[]> => {
  const whyNot = whyNotKept();
  const troubles = whyNot === undefined ? troublesFor(accounts) : undefined;
  if (whyNot !== undefined) io.stderr(whyNot);
  if (!troubles) return [];
  const kept = await withProgress('Keeping a change in step', () => keepInStep(mock, url, accounts, troubles), io);
  return tellKept(kept, troubles, say, style);
};

/**
 * One change to one person at every provider, told as it goes.
 *
 * @returns the accounts, and a sentence for each thing that did not go as promised.
 * @throws {ClientError} if a provider cannot be asked, or refuses the new person.
 */
const tell = async (mock: Teller, url: string, io: Io, { short }: Pick<DemoOptions, 'short'>) => {
  const style = styleOf(io);
  const say = titled(io, style);
  const opened = await withProgress('Making the person known', () => openAccounts(url, io), io);
  say('One person, known to every provider', reportUser(person, style), '', reportAccounts(opened, style));
  say('One change', reportUser(change, style));
  const first = planAll(change, opened);
  say('One plan for each provider', reportVerdicts(first, change, style));

  const verifyAll = () => Promise.all(opened.map(({ verify }) => verify()));
  const [accounts, heard] = await withProgress('Verifying the person', () => hearWhile(mock, verifyAll), io);
  say('Meanwhile the person is verified, and webhooks tell it', reportStatuses(accounts, heard, style));

  const plans = planAll(change, accounts);
  say('The same change, planned again', reportVerdicts(plans, change, style, first), '', reportReasons(plans, style));

  // With `skip`, what is locked stays out and the rest is sent.
  const allowed = planAll(change, accounts, { onLocked: 'skip' });
  const problems = [...brokenPromises(accounts, plans, planAll(change, accounts.map(verified)))];
  const changes = [];
  for (const [index, plan] of allowed.entries()) {
    const account = accounts[index];
    if (!account) continue;
    const done = await withProgress(`Changing the person at ${plan.provider}`, () => carryOut(plan, account), io);
    problems.push(...done.problems);
    changes.push([plan.provider, account.current, done.after] as const);
  }
  for (const plan of plans.filter(({ state }) => state === 'blocked'))
    say(
      `Nothing is sent by half, unless asked: with onLocked: 'skip', ${plan.provider} is sent`,
      ...wrap(`${namesOf(plan, 'send')}; and not ${namesOf(plan, 'locked')}.`, style.columns - 2).map(
        (line) => `  ${line}`,
      ),
    );
  say('What each provider has now', reportChanges(changes, style));
  if (short || problems.length > 0) return { accounts, problems };
  return { accounts, problems: await keep(mock, url, accounts, say, style, io) };
};

/** Does the main job of this project on a mock, and tells of it; nothing if it did not go as promised. */
export const changeEverywhere = async (
  mock: Teller,
  url: string,
  io: Io,
  options: Pick<DemoOptions, 'short'>,
): Promise<readonly DemoAccount[] | undefined> => {
  try {
    const { accounts, problems } = await tell(mock, url, io, options);
    for (const problem of problems) io.stderr(problem);
    return problems.length === 0 ? accounts : undefined;
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    io.stderr(error.message);
    return undefined;
  }
};
