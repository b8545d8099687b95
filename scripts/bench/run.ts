import '../tell-errors.ts';
import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { calls } from './calls.ts';
import { generate } from './generate.ts';
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
};
const allNames = Object.keys(benches);

const fail = (message: string, code: 1 | 2): never => {
  console.error(message);
  process.exit(code);
};

const readArguments = (): { names: string[]; json: boolean } => {
  // pnpm hands on the `--` that npm takes for itself.
  const args = process.argv.slice(2).filter((arg) => arg !== '--');
  try {
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const unknown = positionals.find((name) => !allNames.includes(name));
    if (unknown)
      fail(`There is no bench ${unknown}; did you mean ${closest(unknown, allNames)}? (${allNames.join(', ')})`, 2);
    return { names: positionals.length > 0 ? [...new Set(positionals)] : allNames, json: values.json };
  } catch {
    return fail('Usage: npm run bench -- [NAME ...] [--json]', 2);
  }
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

const { names, json } = readArguments();
const results: Record<string, unknown> = {};
for (const name of names) {
  const bench = benches[name] as (typeof benches)[string];
  const reports = await bench().catch((error) => fail(`The bench ${name} is broken: ${error.message}`, 1));
  if (!json) for (const report of reports) console.log(`${name}: ${print(report)}\n`);
  results[name] = reports.map(withVerdicts);
}
if (json) console.log(JSON.stringify(results, null, 2));
