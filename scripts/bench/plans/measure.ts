import { deepStrictEqual } from 'node:assert/strict';
import type { KnownStatus } from './patch.ts';
import { body, type Planner, type PlannerName, planByUs, planners, requestIn } from './planners.ts';

// `node measure.ts PLANNER unverified|verified` prints how many plans are made per second of processor time; with
// `--expose-gc`, how many bytes a plan takes that is kept.

const [name, status] = process.argv.slice(2) as [PlannerName, KnownStatus];
const milliseconds = { warmUp: 300, measured: 500 };
const plansAtOnce = 500;
const plansKept = 20_000;

const make = await planners[name]();
const isPlanner = name !== 'JSON there and back';

const outcome = (planner: Planner, each: KnownStatus) => {
  const planned = planner(each);
  const verdicts = planned.fields.map(({ field, verdict }) => `${field} ${verdict}`).toSorted();
  return { verdicts, body: requestIn(planned)?.body };
};
if (isPlanner)
  for (const each of ['unverified', 'verified'] as const) deepStrictEqual(outcome(make, each), outcome(planByUs, each));
deepStrictEqual(requestIn(make('unverified'))?.body, body);

const makeFor = (duration: number): number => {
  const end = performance.now() + duration;
  let made = 0;
  let ready = 0;
  while (performance.now() < end)
    for (let count = 0; count < plansAtOnce; count++) {
      if (requestIn(make(status)) !== undefined) ready += 1;
      made += 1;
    }
  deepStrictEqual(ready, isPlanner && status === 'verified' ? 0 : made);
  return made;
};

makeFor(milliseconds.warmUp);
if (globalThis.gc) {
  const kept = new Array<unknown>(plansKept).fill(undefined);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < plansKept; index++) kept[index] = make(status);
  globalThis.gc();
  console.log((process.memoryUsage().heapUsed - before) / kept.length);
} else {
  const before = process.cpuUsage();
  const made = makeFor(milliseconds.measured);
  const { user, system } = process.cpuUsage(before);
  console.log((made / (user + system)) * 1e6);
}
