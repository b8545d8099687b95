import { listSubjects, providerNames } from 'amend/providers';
import type { Flag, Words } from '../command.ts';
import { commands } from '../commands.ts';
import { statusWords } from '../statuses.ts';

/** What completes a value: these words, files, or nothing that is known. */
export type Values = readonly string[] | 'files' | undefined;

/** A flag as a shell completes it. */
export interface DescribedFlag extends Pick<Flag, 'about' | 'value' | 'multiple'> {
  readonly name: string;
  readonly values: Values;
}

/** A command as a shell completes it. */
export interface DescribedCommand {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly DescribedFlag[];
  readonly values: Values;
}

/** Every command with its flags, and the words that may follow: the registry's, so that none is written twice. */
export const describeCommands = async (): Promise<readonly DescribedCommand[]> => {
  const subjects = await listSubjects();
  const operations = subjects.flatMap((subject) => Object.values(subject.operations));
  const lists: Readonly<Record<Extract<Words, string>, Values>> = {
    file: 'files',
    provider: providerNames,
    type: [...new Set(subjects.map(({ type }) => type))],
    operation: [...new Set(subjects.flatMap((subject) => Object.keys(subject.operations)))],
    status: statusWords(operations),
  };
  const valuesOf = (words: Words | undefined): Values => {
    const values = typeof words === 'string' ? lists[words] : words;
    // Shells expand what stands in a list of words.
    return typeof values === 'object' ? values.filter((word) => /^[\w.-]+$/.test(word)) : values;
  };
  return Promise.all(
    commands.map(async ({ name, summary, load }) => {
      const { flags, argument } = (await load()).help;
      const described = Object.entries(flags).map(([flag, { words, ...facts }]) => ({
        name: flag,
        ...facts,
        values: valuesOf(words),
      }));
      return {
        name,
        summary,
        flags: [...described, { name: 'help', about: 'print this', values: undefined }],
        values: valuesOf(argument?.words),
      };
    }),
  );
};
