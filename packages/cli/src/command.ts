import type { ClientOptions } from '@amend/client';

/** 0: done. 1: refused by a rule or a provider, or not taken by it. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** All that a command has of the world; `cli.ts` makes the real one, and a test its own. */
export interface Io {
  /** Prints a text and a line end. */
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads along: what goes elsewhere has no colours and is not wrapped. */
  readonly isTTY: boolean;
  /** How wide the terminal is. */
  readonly columns?: number | undefined;
  readonly readFile: (path: string) => Promise<string>;
  /** Puts a file in place of the one that stands there; with `force` it writes through a link, and into a device. */
  readonly writeFile: (path: string, text: string, options?: { readonly force?: boolean }) => Promise<void>;
  /** Fills a folder that is new, empty, or was filled before by the same command, whose `list` of files is in it. */
  readonly writeFolder: (path: string, files: Readonly<Record<string, Uint8Array>>, list: string) => Promise<void>;
  /** Aborted by Ctrl-C; what takes longer than a moment listens to it. */
  readonly signal: AbortSignal;
  /** By default the global one. */
  readonly fetch?: ClientOptions['fetch'] | undefined;
}

/** What a flag's value, or an argument, is one of: for completion. */
export type Words = 'file' | 'provider' | 'type' | 'operation' | 'status' | readonly string[];

/** A flag, as `parseArgs` takes it, and what help and completion say of it. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What its value is called: `FILE`. */
  readonly value?: string;
  readonly about: string;
  readonly words?: Words;
}

/** A command's flags, by their names. */
export type FlagTable = Readonly<Record<string, Flag>>;

/** What `--help` prints of a command. */
export interface Help {
  /** What follows `amend`: `plan <provider[:ID]>... [flags]`. */
  readonly form: string;
  readonly about: string;
  /** What stands there without a flag. */
  readonly argument?: { readonly value: string; readonly about: string; readonly words: Words };
  readonly flags: FlagTable;
  /** Paragraphs after the flags. */
  readonly notes?: readonly string[];
  readonly examples: readonly string[];
}

/** One command of `amend`. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly help: Help;
  /** Everything after the command's name. A {@link UsageError} ends it with exit code 2. */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}
