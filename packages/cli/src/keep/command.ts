import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckedLink, Keeper } from '@amend/keep';
import { oneOf } from 'amend/providers';
import type { Command, ExitCode, FlagTable, Help, Io } from '../command.ts';
import { readFlags } from '../flags.ts';
import { type Style, styleOf } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { readAge } from './age.ts';
import { loadKeeper } from './load-keeper.ts';
import { renderHeld, renderLinks, renderOverview, renderProgress } from './render.ts';

const flags = {
  keeper: {
    type: 'string',
    value: 'FILE',
    about: 'the module that makes your keeper; AMEND_KEEPER by default',
    words: 'file',
  },
  'max-age': { type: 'string', value: 'AGE', about: 'exit with 1 if something is held longer: 30s, 15m, 12h, 7d' },
  provider: { type: 'string', value: 'NAME', about: 'what is held there alone', words: 'provider' },
  limit: { type: 'string', value: 'N', about: 'how many that are held; 100 by default' },
  count: { type: 'boolean', about: 'count what is kept too, which takes seconds where there are millions' },
  once: { type: 'boolean', about: 'end as soon as nothing is due' },
  json: { type: 'boolean', about: 'print JSON, `run` an object on each line' },
} as const satisfies FlagTable;

type Values = ReturnType<typeof readFlags<typeof flags>>['values'];

interface Asked {
  readonly keeper: Keeper<string>;
  readonly values: Values;
  readonly io: Io;
  readonly style: Style;
  /** Prints what a person, or a program, asked for. */
  readonly show: (json: object, text: () => string) => void;
}

interface Verb {
  /** The names of its arguments; the last may be left out where it stands in brackets. */
  readonly form: string;
  readonly run: (asked: Asked, ...args: string[]) => Promise<ExitCode>;
}

/** How often a worker says how far it is. */
const progressEvery = 10_000;

/** 1 if something is held for longer than was asked. */
const codeFor = async ({ keeper, values }: Asked): Promise<ExitCode> => {
  const maxAge = values['max-age'];
  if (maxAge === undefined) return 0;
  const [oldest] = await keeper.held({ limit: 1, ...(values.provider && { provider: values.provider }) });
  return oldest && Date.now() - oldest.since > readAge(maxAge) ? 1 : 0;
};

const overview = async (asked: Asked): Promise<void> => {
  const providers = await asked.keeper.overview({ links: asked.values.count ?? false });
  asked.show({ providers }, () => renderOverview(providers, Date.now(), asked.style));
};

const decide =
  (decision: 'retry' | 'withdraw', done: string): Verb['run'] =>
  async ({ keeper, show }, userId = '', provider = '', field = '*') => {
    await keeper.decide(userId, provider, field, decision);
    const what = field === '*' ? 'What waits' : field;
    show({ userId, provider, field, decision }, () => `${what} at ${provider} is ${done}.`);
    return 0;
  };

const readLimit = (text = '100'): number => {
  if (!/^[1-9][0-9]{0,4}$/.test(text)) throw new UsageError('--limit must be a number from 1 to 99999.');
  return Number(text);
};

/** A worker in this process, until it is stopped, or nothing is due. */
/** What a database may be for a while; the keeper waits for it. */
const passing = new Set(['unreachable', 'read-only', 'full', 'busy', 'database']);

const isPassing = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'KeepError' && 'code' in error && passing.has(String(error.code));

const work: Verb['run'] = async (asked) => {
  const { keeper, values, io } = asked;
  if (values.once) {
    while (!io.signal.aborted && (await keeper.tick()) > 0);
    await overview(asked);
    return codeFor(asked);
  }
  keeper.run();
  try {
    let last = '';
    for (let isFirst = true; !io.signal.aborted; isFirst = false) {
      try {
        const providers = await keeper.overview();
        const line = values.json ? JSON.stringify({ providers }) : renderProgress(providers, Date.now());
        if (line !== last) io.stdout(line);
        last = line;
      } catch (error) {
        if (isFirst || !isPassing(error)) throw error;
        if (error.message !== last) io.stderr(`amend: ${error.message}`);
        last = error.message;
      }
      await sleep(progressEvery, undefined, { signal: io.signal }).catch(() => undefined);
    }
  } finally {
    await keeper.stop();
  }
  return 0;
};

/** Whether a provider has what it was last seen with; not where that could not be seen. */
const isAsItWas = ({ drift, read, reason }: CheckedLink): boolean =>
  Object.keys(drift).length === 0 && read !== 'failed' && reason !== 'not-found';

const verbs: Readonly<Record<string, Verb>> = {
  run: { form: '', run: work },
  status: {
    form: '[USER]',
    run: async (asked, userId) => {
      const { keeper, show, style } = asked;
      if (userId === undefined) await overview(asked);
      else {
        const links = await keeper.status(userId);
        if (links.length === 0) throw new UsageError('nobody is linked under that user.');
        show({ userId, links }, () => renderLinks(links, Date.now(), style));
      }
      return codeFor(asked);
    },
  },
  held: {
    form: '',
    run: async (asked) => {
      const { keeper, values, show, style } = asked;
      const limit = readLimit(values.limit);
      const held = await keeper.held({ limit, ...(values.provider && { provider: values.provider }) });
      show({ held }, () => renderHeld(held, Date.now(), style));
      return codeFor(asked);
    },
  },
  retry: { form: 'USER PROVIDER [FIELD]', run: decide('retry', 'tried again') },
  withdraw: { form: 'USER PROVIDER [FIELD]', run: decide('withdraw', 'given up there') },
  check: {
    form: 'USER',
    run: async ({ keeper, show, style }, userId = '') => {
      const links = await keeper.check(userId);
      if (links.length === 0) throw new UsageError('nobody is linked under that user.');
      show({ userId, links }, () => renderLinks(links, Date.now(), style));
      return links.every(isAsItWas) ? 0 : 1;
    },
  },
};

const help: Help = {
  form: 'keep <verb> [USER] [PROVIDER] [FIELD] [flags]',
  about:
    'Works on what @amend/keep keeps in step, shows how it stands, and takes a person’s decisions. It tells names of fields, and no value.',
  argument: { value: '<verb>', about: Object.keys(verbs).join(', '), words: Object.keys(verbs) },
  flags,
  notes: [
    '`run` works until Ctrl-C. `status` shows each provider, `status USER` each field of one user, `held` what waits for more than a turn. `retry USER PROVIDER [FIELD]` tries again, `withdraw` gives up there; without a field, all that waits. `check USER` reads the user everywhere, and exits with 1 if a provider has something else than it was last seen with, or could not be asked.',
    'The default export of FILE is a keeper, or a function that makes one; what it exports as `close` is called at the end.',
  ],
  examples: [
    'amend keep status --keeper keeper.mjs',
    'amend keep held --keeper keeper.mjs --max-age 7d',
    'amend keep check u7 --keeper keeper.mjs',
  ],
};

const readVerb = (positionals: readonly string[]): readonly [verb: Verb, args: readonly string[]] => {
  const [named, ...args] = positionals;
  const names = Object.keys(verbs);
  if (named === undefined) throw new UsageError(`say what to do: ${names.join(', ')}.`);
  const name = oneOf('verb', named, names);
  const verb = verbs[name] as Verb;
  const wanted = verb.form.split(' ').filter(Boolean);
  const least = wanted.filter((word) => !word.startsWith('[')).length;
  if (args.length < least || args.length > wanted.length)
    throw new UsageError(`${name} takes ${verb.form || 'no arguments'}.`);
  return [verb, args];
};

/** `amend keep`: what a keeper does and knows, for people and programs. */
export const keepCommand: Command = {
  name: 'keep',
  summary: 'Keep changes in step at every provider, and show what waits.',
  help,
  run: async (given, io) => {
    const { values, positionals } = readFlags(given, flags);
    const [verb, args] = readVerb(positionals);
    if (values['max-age'] !== undefined) readAge(values['max-age']);
    const { keeper, close } = await loadKeeper(values.keeper ?? io.env.AMEND_KEEPER);
    const show: Asked['show'] = (json, text) => io.stdout(values.json ? JSON.stringify(json, undefined, 2) : text());
    try {
      return await verb.run({ keeper, values, io, style: styleOf(io), show }, ...args);
    } finally {
      await close();
    }
  },
};
