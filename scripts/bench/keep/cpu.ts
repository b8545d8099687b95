import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tick = 10;

interface Stat {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended. */
  readonly ended: number;
}

const statOf = (pid: string | number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets, and may hold anything.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const at = (index: number): number => fields[index] ?? 0;
    return { parent, own: (at(11) + at(12)) * tick, ended: (at(13) + at(14)) * tick };
  } catch {
    // It has ended, or this is no Linux.
    return undefined;
  }
};

/** Milliseconds of processor time that a server has taken, all its processes together; 0 where that cannot be told. */
export const cpuOf = (pid: number): number => {
  const first = statOf(pid);
  if (!first) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? [])
    .filter(({ parent }) => parent === pid);
  return first.own + first.ended + children.reduce((sum, { own }) => sum + own, 0);
};
