import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface Run {
  readonly stdout: string;
  /** From the start of the process to its end. */
  readonly milliseconds: number;
}

/** The workspace's packages are read from their sources. */
export const fromSources = '--conditions=amend-source';

/**
 * Runs a program in a process of its own, with the Node that this one runs on.
 *
 * @throws if it fails, with the end of what it said.
 */
export const runNode = async (args: readonly string[], cwd = process.cwd()): Promise<Run> => {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  const milliseconds = performance.now() - start;
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${(stderr || stdout).slice(-2000)}`);
  return { stdout, milliseconds };
};
