import type { CheckedLink } from '@amend/keep';
import { oneOf } from 'amend/providers';
import type { Command, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { readPort } from '../read-port.ts';
import { styleOf } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { readAge } from './age.ts';
import { loadKeeper } from './load-keeper.ts';
import { renderHeld, renderLinks } from './render.ts';
import { type Asked, codeFor, flags, overview, readLimit, type Verb } from './verb.ts';
import { work } from './work.ts';

const decide =
  (decision: 'retry' | 'withdraw', done: string): Verb['run'] =>
  async ({ keeper, show }, userId = '', provider = '', field = '*') => {
    await keeper.decide(userId, provider, field, decision);
    const what = field === '*' ? 'What waits' : field;
    show({ userId, provider, field, decision }, () => `${what} at ${provider} is ${done}.`);
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
    '`run` works until Ctrl-C; with --page, the explorer shows meanwhile what it knows, to this machine alone. `status` shows each provider, `status USER` each field of one user, `held` what waits for more than a turn. `retry USER PROVIDER [FIELD]` tries again, `withdraw` gives up there; without a field, all that waits. `check USER` reads the user everywhere, and exits with 1 if a provider has something else than it was last seen with, or could not be asked.',
    'The default export of FILE is a keeper, or a function that makes one; what it exports as `close` is called at the end.',
  ],
  examples: [
    'amend keep run --keeper keeper.mjs --page 4030',
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
    if (values.page !== undefined) {
      readPort(values.page, 'page');
      if (verb.run !== work || values.once) throw new UsageError('--page goes with run, and not with --once.');
    }
    const { keeper, close } = await loadKeeper(values.keeper ?? io.env.AMEND_KEEPER);
    const show: Asked['show'] = (json, text) => io.stdout(values.json ? JSON.stringify(json, undefined, 2) : text());
    try {
      return await verb.run({ keeper, values, io, style: styleOf(io), show }, ...args);
    } finally {
      await close();
    }
  },
};
