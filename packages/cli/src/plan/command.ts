import { prepareAll } from 'amend';
import { oneOf } from 'amend/providers';
import { accountArgument, accountFlags, accountNote, readAccounts } from '../account-flags.ts';
import { type Account, readAccount, typeHints } from '../accounts.ts';
import type { Command, FlagTable, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { patchFlags } from '../patch-flags.ts';
import { readPatch } from '../read-patch.ts';
import { renderPlans } from '../render-plans.ts';
import { styleOf } from '../style.ts';

const { 'base-url': _, ...offline } = accountFlags;
const flags = {
  ...offline,
  ...patchFlags,
  json: { type: 'boolean', about: 'print {"plans": [{"provider", "operation", "state", "fields", "notes"}]}' },
} as const satisfies FlagTable;

const help: Help = {
  form: 'plan <provider[:ID]>... [flags]',
  about: 'Shows what becomes of a change at each provider, field by field. Nothing is sent and nothing is read.',
  argument: accountArgument,
  flags,
  notes: [accountNote, 'The exit code is 1 if a plan is blocked.'],
  examples: [
    'amend plan machnet:4c955cca --status verified --set phone=+12105550132',
    'amend plan machnet --id 4c955cca --status RETRY --patch change.json',
    'amend plan ingo:user-25bb6558 hpay:user_abc123 --set phone=+12105550132',
  ],
};

/** `amend plan`: what becomes of a change, without sending anything. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'Show what becomes of a change, without sending anything.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    const asked = readAccounts(positionals, values);
    const onLocked = oneOf('choice for --on-locked', values['on-locked'] ?? 'refuse', ['refuse', 'skip']);
    const patch = await readPatch(values, asked, io);
    const accounts: Account[] = [];
    for (const each of asked) accounts.push(await readAccount(each, io));
    const prepared = await prepareAll(
      patch,
      accounts.map(({ account }) => account),
      { onLocked },
    );
    const plans = prepared.flatMap(({ plan }) => plan ?? []);
    io.stdout(values.json ? JSON.stringify({ plans }, undefined, 2) : renderPlans(plans, styleOf(io)));
    for (const hint of typeHints(accounts, prepared)) io.stderr(`amend: ${hint}`);
    return plans.some(({ state }) => state === 'blocked') ? 1 : 0;
  },
};
