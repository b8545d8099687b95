import { type Checked, checkProvider } from '@amend/check';
import { listSubjects, oneOf, type ProviderName, providerNames, providers } from 'amend/providers';
import type { Command, FlagTable, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { styleOf } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { mockedProvider } from './mocked.ts';
import { countsOf, renderCheck } from './render-table.ts';

const flags = {
  mock: { type: 'boolean', about: 'try it on a mock in this process; so it is if nothing else is said' },
  json: {
    type: 'boolean',
    about: 'print {"provider", "counts", "cells", "writes", "stopped", "left"}',
  },
} as const satisfies FlagTable;

const help: Help = {
  form: 'check <provider> [flags]',
  about:
    'Tries each rule of the contract: a value that differs for every field, in every status, for each kind of user and of document, and a read after it.',
  argument: { value: '<provider>', about: 'whose contract', words: 'provider' },
  flags,
  notes: ['The exit code is 1 if the provider does anything else than the contract says, or the check was stopped.'],
  examples: [`amend check ${providerNames[0]}`],
};

const modelsOf = async (provider: ProviderName) =>
  Promise.all(Object.values(providers[provider].contracts).map(async ({ model }) => (await model()).model));

/** `amend check`: whether a provider still does what its contract says. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Try at a provider whether each rule of its contract still holds.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    const [named, ...more] = positionals;
    if (named === undefined || more.length > 0) throw new UsageError('name one provider.');
    const provider = oneOf('provider', named, providerNames);
    const subjects = (await listSubjects()).filter((subject) => subject.provider === provider);
    const clock = { now: Date.now, sleep: async () => {} };
    const checked: Checked = await checkProvider({
      provider,
      models: await modelsOf(provider),
      subjects,
      clock,
      signal: io.signal,
      ...(await mockedProvider(provider)),
    });
    const counts = countsOf(checked.cells);
    if (values.json) io.stdout(JSON.stringify({ ...checked, counts }, undefined, 2));
    else io.stdout(renderCheck(checked, styleOf(io)));
    return counts.differs > 0 || checked.stopped !== undefined ? 1 : 0;
  },
};
