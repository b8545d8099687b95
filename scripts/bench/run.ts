import '../tell-errors.ts';
import { readArguments } from '../read-arguments.ts';
import { calls } from './calls.ts';
import { generate } from './generate.ts';
import { keep } from './keep.ts';
import { mock } from './mock.ts';
import { plans } from './plans.ts';
import { print } from './print.ts';
import { isMet, type Report } from './report.ts';
import { size } from './size.ts';
import { types } from './types.ts';
import { validate } from './validate.ts';

// Measures this project beside others: `node scripts/bench/run.ts [bench ...] [--json]`. Slowness is no failure.

const benches: Readonly<Record<string, () => Promise<Report[]>>> = {
  generate,
  size,
  calls,
  types,
  validate,
  plans,
  mock,
  keep,
};

const withVerdicts = (report: Report) => ({
  ...report,
  ...Object.fromEntries(
    (['rows', 'ratios'] as const).map((key) => [
      key,
      report[key].map((row) => (row.aim ? { ...row, met: isMet(row.value, row.aim) } : row)),
    ]),
  ),
});

const { names, json } = readArguments({
  usage: 'Usage: npm run bench -- [NAME ...] [--json]',
  options: { json: { type: 'boolean' } },
  names: { what: 'bench', among: Object.keys(benches) },
});
const results: Record<string, unknown> = {};
for (const name of names) {
  const bench = benches[name] as (typeof benches)[string];
  const reports = await bench().catch((error) => {
    console.error(`The bench ${name} is broken: ${error.message}`);
    process.exit(1);
  });
  if (!json) for (const report of reports) console.log(`${name}: ${print(report)}\n`);
  results[name] = reports.map(withVerdicts);
}
if (json) console.log(JSON.stringify(results, null, 2));
