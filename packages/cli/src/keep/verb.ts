import type { Keeper } from '@amend/keep';
import type { ExitCode, FlagTable, Io } from '../command.ts';
import type { readFlags } from '../flags.ts';
import type { Style } from '../style.ts';
import { UsageError } from '../usage-error.ts';
import { readAge } from './age.ts';
import { renderOverview } from './render.ts';

export const flags = {
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
  page: {
    type: 'string',
    value: 'PORT',
    about: 'while it works, show users’ links on a page of this machine at this port; 0 for any free one',
  },
  once: { type: 'boolean', about: 'end as soon as nothing is due' },
  json: { type: 'boolean', about: 'print JSON, `run` an object on each line' },
} as const satisfies FlagTable;

type Values = ReturnType<typeof readFlags<typeof flags>>['values'];

/** What a verb has to work with. */
export interface Asked {
  readonly keeper: Keeper<string>;
  readonly values: Values;
  readonly io: Io;
  readonly style: Style;
  /** Prints what a person, or a program, asked for. */
  readonly show: (json: object, text: () => string) => void;
}

/** What is done with a keeper. */
export interface Verb {
  /** The names of its arguments; the last may be left out where it stands in brackets. */
  readonly form: string;
  readonly run: (asked: Asked, ...args: string[]) => Promise<ExitCode>;
}

/** 1 if something is held for longer than was asked. */
export const codeFor = async ({ keeper, values }: Asked): Promise<ExitCode> => {
  const maxAge = values['max-age'];
  if (maxAge === undefined) return 0;
  const [oldest] = await keeper.held({ limit: 1, ...(values.provider && { provider: values.provider }) });
  return oldest && Date.now() - oldest.since > readAge(maxAge) ? 1 : 0;
};

/** Shows each provider. */
export const overview = async (asked: Asked): Promise<void> => {
  const providers = await asked.keeper.overview({ links: asked.values.count ?? false });
  asked.show({ providers }, () => renderOverview(providers, Date.now(), asked.style));
};

/** @throws {UsageError} unless it is a number that makes sense. */
export const readLimit = (text = '100'): number => {
  if (!/^[1-9][0-9]{0,4}$/.test(text)) throw new UsageError('--limit must be a number from 1 to 99999.');
  return Number(text);
};
