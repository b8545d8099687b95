import { setTimeout as wait } from 'node:timers/promises';
import { type Checked, type CheckOptions, checkProvider, newState, plannedWrites, propose } from '@amend/check';
import { listSubjects, type ProviderName, providerNames, providers } from 'amend/providers';
import type { Command, Help, Io } from '../command.ts';
import { readFlags } from '../flags.ts';
import { oneProvider } from '../one-provider.ts';
import { styleOf } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { type CheckFlags, flags, readOptions } from './flags.ts';
import { knownUsers } from './known-users.ts';
import { mockedProvider } from './mocked.ts';
import { renderJunit } from './render-junit.ts';
import { renderSvg } from './render-svg.ts';
import { renderCheck } from './render-table.ts';
import { sandboxedProvider } from './sandboxed.ts';
import { checkPlace, readStateFile, writeText } from './state-file.ts';
import { countsOf } from './words.ts';

const help: Help = {
  form: 'check <provider> [flags]',
  about:
    'Tries each rule of the contract: a value that differs for every field, in every status, for each kind of user and of document, and a read after it.',
  argument: { value: '<provider>', about: 'whose contract', words: 'provider' },
  flags,
  notes: [
    'At a sandbox users are made, verified by the calls of the provider, changed, and deleted where a call does that; who is left is told. Without --yes it says how many writes there would be, and makes none.',
    'Ctrl-C ends it with what is known by then, and --resume goes on from there.',
    'The exit code is 1 if the provider does anything else than the contract says, no rule could be tried, or the check was stopped.',
  ],
  examples: [
    `amend check ${providerNames[0]}`,
    `amend check ${providerNames[0]} --sandbox --yes --user verified=ID --format junit`,
  ],
};

/** What the list of providers has of one, for a check. */
const knownOf = async (provider: ProviderName): Promise<Pick<CheckOptions, 'models' | 'answers' | 'subjects'>> => {
  const modules = Object.values(providers[provider].contracts);
  return {
    models: await Promise.all(modules.map(async ({ model }) => (await model()).model)),
    answers: await Promise.all(modules.map(async ({ answers }) => (await answers()).answers)),
    subjects: (await listSubjects()).filter((subject) => subject.provider === provider),
  };
};

const render = (
  checked: Checked,
  { format }: CheckFlags,
  { subjects }: Pick<CheckOptions, 'subjects'>,
  io: Io,
): string => {
  if (format === 'json') return JSON.stringify({ ...checked, counts: countsOf(checked.cells) }, undefined, 2);
  if (format === 'junit') return renderJunit(checked);
  return format === 'svg' ? renderSvg(checked, subjects) : renderCheck(checked, styleOf(io));
};

const day = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** `amend check`: whether a provider still does what its contract says. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Try at a provider whether each rule of its contract still holds.',
  help,
  run: async (args, io) => {
    const { values, positionals } = readFlags(args, flags);
    const provider = oneProvider(positionals);
    const asked = readOptions(values);
    const known = await knownOf(provider);
    const given = knownUsers(asked.given, provider, known.subjects);
    // What a check of an hour has found is not lost to a slip of the pen.
    for (const file of [asked.propose, asked.resume]) if (file !== undefined) await checkPlace(file);
    const state = asked.resume === undefined ? undefined : await readStateFile(asked.resume, provider, io);
    const { url, ...tried } = asked.sandbox
      ? await sandboxedProvider(provider, known.models, asked, io)
      : { url: undefined, ...(await mockedProvider(provider)) };
    if (url !== undefined && !asked.yes)
      throw new UsageError(
        `up to ${plannedWrites(known.subjects)} writes would go to ${url}, and more if it does not do what the contract says; add --yes to make them.`,
      );
    const { signal } = io;
    const seed = asked.sandbox ? Math.floor(Date.now() / 1000) % 10_000_000 : 0;
    const checked = await checkProvider({
      provider,
      ...known,
      ...tried,
      ...asked,
      given,
      signal,
      seed,
      state,
      clock: {
        now: Date.now,
        // A mock has nothing that one could wait for.
        sleep: async (milliseconds) => {
          if (asked.sandbox) await wait(milliseconds, undefined, { signal }).catch(() => {});
        },
      },
      save: async (kept) => {
        if (asked.resume !== undefined) await writeText(asked.resume, `${JSON.stringify(kept)}\n`, io);
      },
    });
    // Who begins again with this file begins anew.
    if (asked.resume !== undefined && checked.stopped === undefined)
      await writeText(asked.resume, `${JSON.stringify(newState(provider, seed))}\n`, io);
    if (asked.propose !== undefined) {
      const proposals = propose(checked, known, day(Date.now()));
      for (const { contract, overlay } of proposals) {
        const file = proposals.length > 1 ? asked.propose.replace(/(\.[^.]*)?$/, `.${contract}$1`) : asked.propose;
        await writeText(file, `${JSON.stringify(overlay, undefined, 2)}\n`, io);
      }
    }
    io.stdout(render(checked, asked, known, io));
    const { differs, 'not-tried': notTried } = countsOf(checked.cells);
    const isAsItWas = notTried < checked.cells.length && differs === 0 && checked.answers.length === 0;
    return isAsItWas && checked.stopped === undefined ? 0 : 1;
  },
};
