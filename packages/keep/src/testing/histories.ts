import type { UserOperations } from 'amend';
import { listSubjects } from 'amend/providers';
import { type SimulationOptions, simulate } from './simulate.ts';

/** The usual kind of user of every provider. */
const usualKinds = async (): Promise<UserOperations[]> => {
  const subjects = await listSubjects();
  return subjects
    .filter(({ provider }, index) => subjects.findIndex((one) => one.provider === provider) === index)
    .map(({ operations }) => operations);
};

/** Many histories, each by its own seed; tells of those in which a rule was broken, as `seed: what`. */
export const histories = async (
  from: number,
  count: number,
  options: Omit<SimulationOptions, 'seed' | 'kinds'> = {},
): Promise<{
  readonly broken: string[];
  readonly crashes: number;
  readonly stalls: number;
  readonly writes: number;
}> => {
  const kinds = await usualKinds();
  const broken: string[] = [];
  const sums = { crashes: 0, stalls: 0, writes: 0 };
  for (let seed = from; seed < from + count; seed += 1) {
    const { violations, crashes, stalls, writes } = await simulate({ seed, kinds, ...options });
    if (violations.length > 0) broken.push(`${seed}: ${violations.join(', ')}`);
    sums.crashes += crashes;
    sums.stalls += stalls;
    sums.writes += writes;
  }
  return { broken, ...sums };
};

// `histories.ts FROM COUNT [LATENESS] [SETTLE]`: tells of the first that is broken, or of none.
if (process.argv[1]?.endsWith('histories.ts')) {
  const [from = 1, count = 10, lateness = 0, settle = 0] = process.argv.slice(2).map(Number);
  const began = process.cpuUsage();
  let found = await histories(from, 1, { lateness, settle });
  for (let seed = from + 1; seed < from + count && found.broken.length === 0; seed += 1)
    found = await histories(seed, 1, { lateness, settle });
  const { user, system } = process.cpuUsage(began);
  console.log(JSON.stringify({ ...found, milliseconds: Math.round((user + system) / 1000) }));
}
