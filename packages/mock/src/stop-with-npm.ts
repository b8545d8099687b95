import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Parent {
  /** The name of the program. */
  readonly name: string;
  /** Its own parent. */
  readonly parent: number;
}

/** What a process is, as Linux or any Unix tells it; nothing elsewhere, or if there is no such process. */
const describeProcess = (pid: number): Parent | undefined => {
  const read = (text: string, pattern: RegExp): Parent | undefined => {
    const { name = '', parent } = pattern.exec(text)?.groups ?? {};
    return parent === undefined ? undefined : { name, parent: Number(parent) };
  };
  try {
    return read(readFileSync(`/proc/${pid}/stat`, 'utf8'), /\((?<name>.*)\) \S (?<parent>\d+)/s);
  } catch {
    try {
      const text = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
      return read(text, /(?<parent>\d+)\s+(?:.*\/)?(?<name>\S+)/);
    } catch {
      return undefined;
    }
  }
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Stops when npm does. An npm that is killed passes no signal on, and the shell that it runs scripts in may live on
 * without it.
 */
export const stopWithNpm = (stop: () => void): void => {
  const parent = process.ppid;
  const shell = describeProcess(parent);
  const npm = shell && /^(?:ba|da|a|z|k)?sh$/.test(shell.name) ? shell.parent : parent;
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) stop();
  }, 200).unref();
};
