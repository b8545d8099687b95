import { fileURLToPath } from 'node:url';
import { type Report, ratioOf, rowsOf } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { fromSources, runNode } from './run-node.ts';
import type { ValidatorName } from './validate/validators.ts';

const script = fileURLToPath(new URL('validate/measure.ts', import.meta.url));
const contenders: readonly ValidatorName[] = ['ours', 'ajv, compiled at run time', 'zod'];

/** Bodies per second that our validators check, and others of the same schema. */
export const validate = async (): Promise<Report[]> => {
  const reports: Report[] = [];
  for (const kind of ['valid', 'invalid']) {
    const samples = await measureInRounds(contenders, async (name) =>
      Number((await runNode([fromSources, script, name, kind])).stdout),
    );
    reports.push({
      title: `${kind} bodies for Ingo's createUser`,
      unit: 'bodies a second of the processor',
      rows: rowsOf(samples),
      ratios: [
        ratioOf(samples, ['ours', 'ajv, compiled at run time'], { atLeast: 0.8 }),
        ratioOf(samples, ['ours', 'zod'], { atLeast: 1.5 }),
      ],
    });
  }
  return reports;
};
