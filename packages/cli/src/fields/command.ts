import { findOperation, providerNames } from 'amend/providers';
import type { Command, FlagTable, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { oneProvider } from '../one-provider.ts';
import { readStatus } from '../statuses.ts';
import { styleOf } from '../style.ts';
import { listFields } from './list-fields.ts';
import { renderFields } from './render-fields.ts';

const flags = {
  type: { type: 'string', value: 'NAME', about: 'individual (the default) or business', words: 'type' },
  operation: {
    type: 'string',
    value: 'NAME',
    about: 'create, update, replace or patch; by default the partial update',
    words: 'operation',
  },
  status: {
    type: 'string',
    value: 'NAME',
    about: "unverified, verified or unknown, or the provider's own word; by default both that the rules tell apart",
    words: 'status',
  },
  json: { type: 'boolean', about: 'print {"provider", "type", "operation", "documented", "statuses"}' },
} as const satisfies FlagTable;

const help: Help = {
  form: 'fields <provider> [flags]',
  about: 'Shows which fields of a user may change, and why not. Nothing is sent.',
  argument: { value: '<provider>', about: providerNames.join(', '), words: 'provider' },
  flags,
  examples: [
    'amend fields machnet',
    'amend fields machnet --type business --status verified',
    'amend fields machnet --status SUSPENDED',
    'amend fields hpay --operation replace --json',
  ],
};

/** `amend fields`: which fields of a user may change, and why not. */
export const fieldsCommand: Command = {
  name: 'fields',
  summary: 'Show which fields of a user may change, and why not.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    const found = await findOperation({ provider: oneProvider(positionals), ...values });
    const list = listFields(
      found,
      values.status === undefined ? undefined : readStatus(values.status, found.operation),
    );
    io.stdout(values.json ? JSON.stringify(list, undefined, 2) : renderFields(list, styleOf(io)));
    return 0;
  },
};
