import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface RespectRun {
  /** From the repository's root. */
  readonly path: string;
  /** Where each source description is served. */
  readonly servers: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** Stops the run, which has then not passed. */
  readonly signal?: AbortSignal | undefined;
}

export interface Report {
  readonly passed: boolean;
  /** What `redocly respect` printed. */
  readonly text: string;
}

/** Runs a file of workflows with `redocly respect`, all of its own checks on. */
export const respect = async ({ path, servers, inputs, signal }: RespectRun): Promise<Report> => {
  const run = spawn(process.execPath, [redocly, 'respect', path], {
    cwd: root,
    // Inputs hold credentials, and arguments can be read by every user of the machine.
    env: {
      ...process.env,
      REDOCLY_CLI_RESPECT_SERVER: JSON.stringify(servers),
      REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
      REDOCLY_TELEMETRY: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  // An error means that it was stopped; `close` comes once it has ended.
  run.once('error', () => {});
  const ended = new Promise<boolean>((resolve) => {
    run.once('close', (code) => resolve(code === 0));
  });
  const [passed, stdout, stderr] = await Promise.all([ended, text(run.stdout), text(run.stderr)]);
  return { passed, text: stdout + stderr };
};
