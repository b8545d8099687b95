import { findOperation, oneOf, providerNames } from 'amend/providers';
import { statuses } from '../account-flags.ts';
import type { Command } from '../command.ts';
import { readFlags } from '../flags.ts';
import { styleOf } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { listFields } from './list-fields.ts';
import { renderFields } from './render-fields.ts';

const usage = `Usage: amend fields <provider> [flags]

Shows which fields of a user may change, and why not. Nothing is sent.

  <provider>        ${providerNames.join(', ')}
  --type NAME       individual (the default) or business
  --operation NAME  create, update, replace or patch; by default the partial update
  --status NAME     unverified, verified or unknown; by default both that the rules tell apart
  --json            print {"provider", "type", "operation", "documented", "statuses"}

Examples:
  amend fields machnet
  amend fields machnet --type business --status verified
  amend fields hpay --operation replace --json`;

const flags = {
  type: { type: 'string' },
  operation: { type: 'string' },
  status: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `amend fields`: which fields of a user may change, and why not. */
export const fieldsCommand: Command = {
  name: 'fields',
  summary: 'Show which fields of a user may change, and why not.',
  usage,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    const [provider, ...others] = positionals;
    if (provider === undefined || others.length > 0) throw new UsageError('name one provider.');
    const status = values.status === undefined ? undefined : oneOf('status', values.status, statuses);
    const list = listFields(await findOperation({ provider, ...values }), status);
    io.stdout(values.json ? JSON.stringify(list, undefined, 2) : renderFields(list, styleOf(io)));
    return 0;
  },
};
