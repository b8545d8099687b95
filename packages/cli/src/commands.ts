import type { Command } from './command.ts';

interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Loaded when it is called, so that the others start fast. */
  readonly load: () => Promise<Command>;
}

/** Every command, in the order in which help shows them. */
export const commands: readonly Entry[] = [
  {
    name: 'fields',
    summary: 'Show which fields of a user may change, and why not.',
    load: async () => (await import('./fields/command.ts')).fieldsCommand,
  },
  {
    name: 'plan',
    summary: 'Show what becomes of a change, without sending anything.',
    load: async () => (await import('./plan/command.ts')).planCommand,
  },
  {
    name: 'update',
    summary: 'Change a user, where the rules allow it.',
    load: async () => (await import('./update/command.ts')).updateCommand,
  },
  {
    name: 'check',
    summary: 'Try at a provider whether each rule of its contract still holds.',
    load: async () => (await import('./check/command.ts')).checkCommand,
  },
  {
    name: 'drift',
    summary: 'List what providers answered that no contract knows.',
    load: async () => (await import('./drift/command.ts')).driftCommand,
  },
  {
    name: 'mock',
    summary: 'Serve all providers on one port of this machine.',
    load: async () => (await import('./mock/command.ts')).mockCommand,
  },
  {
    name: 'listen',
    summary: 'Receive webhooks on this machine, and say what they tell.',
    load: async () => (await import('./listen/command.ts')).listenCommand,
  },
  {
    name: 'keep',
    summary: 'Keep changes in step at every provider, and show what waits.',
    load: async () => (await import('./keep/command.ts')).keepCommand,
  },
  {
    name: 'matrix',
    summary: 'Draw every field, provider and status as one picture.',
    load: async () => (await import('./matrix/command.ts')).matrixCommand,
  },
  {
    name: 'explorer',
    summary: 'Write the explorer as static files for any web server.',
    load: async () => (await import('./explorer/command.ts')).explorerCommand,
  },
  {
    name: 'demo',
    summary: 'Change one person at all providers, on a mock.',
    load: async () => (await import('./demo/command.ts')).demoCommand,
  },
  {
    name: 'completion',
    summary: 'Print the completion for bash, zsh or fish.',
    load: async () => (await import('./completion/command.ts')).completionCommand,
  },
];
