import { fileURLToPath } from 'node:url';
import type { PlannerName } from './plans/planners.ts';
import { type Report, ratioOf, rowsOf } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { fromSources, runNode } from './run-node.ts';

const script = fileURLToPath(new URL('plans/measure.ts', import.meta.url));
const contenders: readonly PlannerName[] = ['ours', 'zod and a mapper by hand', 'JSON there and back'];

const run = async (name: PlannerName, status: string, ...options: readonly string[]): Promise<number> =>
  Number((await runNode([fromSources, ...options, script, name, status])).stdout);

const byHand = ['ours', 'zod and a mapper by hand'] as const;
const json = ['ours', 'JSON there and back'] as const;

/** Plans of twelve fields of an individual at Machnet: how many per second, and what one takes that is kept. */
export const plans = async (): Promise<Report[]> => {
  const allowed = await measureInRounds(contenders, (name) => run(name, 'unverified'));
  const locked = await measureInRounds(byHand, (name) => run(name, 'verified'));
  const kept: Record<string, number[]> = {};
  for (const name of contenders) kept[name] = [await run(name, 'unverified', '--expose-gc')];
  const unit = 'plans a second of the processor';
  return [
    {
      title: 'plans of twelve fields, all allowed',
      unit,
      rows: rowsOf(allowed).map((row) => (row.name === 'ours' ? { ...row, aim: { atLeast: 100_000 } } : row)),
      ratios: [ratioOf(allowed, byHand, { atLeast: 5 }), ratioOf(allowed, json, { atLeast: 0.2 })],
    },
    {
      title: 'plans of twelve fields, six of them locked',
      unit,
      rows: rowsOf(locked),
      ratios: [ratioOf(locked, byHand)],
    },
    { title: 'plans of twelve fields, kept', unit: 'bytes a plan', rows: rowsOf(kept), ratios: [] },
  ];
};
