import { oneOf } from 'amend/providers';
import type { Command, Help } from '../command.ts';
import { readFlags } from '../flags.ts';
import { UsageError } from '../usage-error.ts';
import { bashScript } from './bash.ts';
import { describeCommands } from './described.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

const shells = Object.keys(scripts) as (keyof typeof scripts)[];

const help: Help = {
  form: 'completion <shell>',
  about: 'Prints what a shell needs to complete commands, flags and their words.',
  argument: { value: '<shell>', about: shells.join(', '), words: shells },
  flags: {},
  examples: ['source <(amend completion bash)', 'source <(amend completion zsh)', 'amend completion fish | source'],
};

/** `amend completion`: what a shell needs to complete the rest. */
export const completionCommand: Command = {
  name: 'completion',
  summary: 'Print the completion for bash, zsh or fish.',
  help,
  run: async (args, io) => {
    const { positionals } = readFlags(args, {});
    const [shell, ...others] = positionals;
    if (shell === undefined || others.length > 0) throw new UsageError(`name one shell: ${shells.join(', ')}.`);
    io.stdout(scripts[oneOf('shell', shell, shells)](await describeCommands()));
    return 0;
  },
};
