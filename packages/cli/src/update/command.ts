import { prepareAll, sendAll } from 'amend';
import { oneOf } from 'amend/providers';
import { accountArgument, accountFlags, accountNote, readAccounts } from '../account-flags.ts';
import { type Account, connectAccount, typeHints } from '../accounts.ts';
import type { Command, FlagTable, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { patchFlags } from '../patch-flags.ts';
import { readPatch } from '../read-patch.ts';
import { renderPlans } from '../render-plans.ts';
import { styleOf } from '../style.ts';
import { report } from './report.ts';

const flags = {
  ...accountFlags,
  ...patchFlags,
  'dry-run': { type: 'boolean', about: 'read and plan, and send nothing' },
  json: {
    type: 'boolean',
    about: 'print {"users": [{"provider", "outcome", "plan", "user", "notTaken", "error", "why"}]}',
  },
} as const satisfies FlagTable;

const help: Help = {
  form: 'update <provider[:ID]>... [flags]',
  about:
    'Reads the user where the provider allows it, shows what becomes of the change, and sends it. If one field at one provider may not change, nothing is sent anywhere. `--operation create` makes a new user.',
  argument: accountArgument,
  flags,
  notes: [
    accountNote,
    'Credentials come from the environment: AMEND_MACHNET_CLIENT_ID and AMEND_MACHNET_CLIENT_SECRET, and likewise for the others; a command without them names those that it needs. AMEND_MACHNET_BASE_URL is the address, if no flag says it; AMEND_ALLOW_PLAIN_HTTP=1 lets it be http to a private name, such as http://mock:4010, for development.',
    'The exit code is 1 if a rule or a provider refuses, or a provider says yes and shows a field otherwise ("not-taken"). Of a call that failed it is told whether the change may have been made nevertheless ("isUncertain").',
  ],
  examples: [
    'amend update machnet:4c955cca --set phone=+12105550132',
    'amend update stilt --id 0fbeb7a5 --patch change.json --dry-run',
    `echo '{"ssn": "..."}' | amend update ingo:user-25bb6558 --patch -`,
    'amend update machnet:4c955cca hpay:user_abc123 --set address.city=Austin',
  ],
};

/** `amend update`: changes a user, where the rules allow it. */
export const updateCommand: Command = {
  name: 'update',
  summary: 'Change a user, where the rules allow it.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    const { 'dry-run': isDryRun = false, json: asJson = false } = values;
    const asked = readAccounts(positionals, values);
    const onLocked = oneOf('choice for --on-locked', values['on-locked'] ?? 'refuse', ['refuse', 'skip']);
    const patch = await readPatch(values, asked, io);
    const accounts: Account[] = [];
    for (const each of asked) accounts.push(await connectAccount(each, isDryRun, io));
    const { signal } = io;
    const prepared = await prepareAll(
      patch,
      accounts.map(({ account }) => account),
      { onLocked, signal },
    );
    const plans = prepared.flatMap(({ plan }) => plan ?? []);
    if (!asJson && plans.length > 0) io.stdout(renderPlans(plans, styleOf(io)));
    for (const hint of typeHints(accounts, prepared)) io.stderr(`amend: ${hint}`);
    const sendable = isDryRun ? prepared.map((each) => ({ ...each, client: undefined })) : prepared;
    return report(await sendAll(sendable, { signal }), prepared, { asJson, isDryRun }, io);
  },
};
