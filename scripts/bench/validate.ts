import { fileURLToPath } from 'node:url';
import { contracts } from '@amend/compiler/read';
import { type Report, type Row, ratioOf, rowsOf } from './report.ts';
import { measureInRounds } from './rounds.ts';
import { fromSources, runNode } from './run-node.ts';
import type { ValidatorName } from './validate/validators.ts';

const script = fileURLToPath(new URL('validate/measure.ts', import.meta.url));
const contenders: readonly ValidatorName[] = ['ours', 'ajv, compiled at run time', 'zod'];

const large = fileURLToPath(new URL('validate/measure-large.ts', import.meta.url));

/** How long the worst answer holds up everything else. */
const measureLarge = async (): Promise<Report> => {
  const rows: Row[] = [];
  for (const name of new Set(contracts.map(({ provider }) => provider)))
    rows.push({ name, value: Number((await runNode([fromSources, large, name])).stdout), aim: { atMost: 50 } });
  return {
    title: 'the worst answer of 1 MiB that is wrong throughout',
    unit: 'milliseconds of the processor in a row',
    rows,
    ratios: [],
  };
};

/** Bodies per second that our validators check, and others of the same schema; and the longest that one takes. */
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
  reports.push(await measureLarge());
  return reports;
};
