import { parseArgs } from 'node:util';
import { workflowFiles } from './workflows.ts';

export const usage = `Usage: npm run workflows -- [provider…] [--sandbox]

Runs the workflows of these providers, or of all, against a mock that checks signatures and keys.
With --sandbox, against the provider's sandbox, with credentials from the environment.`;

/** What was asked for; or in one sentence, why that makes no sense. */
export type Settings =
  | { readonly providers: readonly string[]; readonly sandbox: boolean; readonly help: boolean }
  | { readonly problem: string };

const known = [...new Set(workflowFiles.map(({ provider }) => provider))];

export const readSettings = (args: readonly string[]): Settings => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { sandbox: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    const unknown = positionals.find((name) => !known.includes(name));
    if (unknown) return { problem: `${unknown} has no workflows; these have: ${known.join(', ')}.` };
    return { ...values, providers: positionals.length > 0 ? positionals : known };
  } catch {
    return { problem: 'The only option is --sandbox; all else names a provider.' };
  }
};
