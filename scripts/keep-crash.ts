import './tell-errors.ts';
import { parseArgs } from 'node:util';
import { crash } from './keep/crash.ts';

// Kills workers of the keeper by hand: `node scripts/keep-crash.ts [--db sqlite|postgres] [--driver table|pg-boss]
// [--workers 3] [--kills 100]`. The exit code is 1 if anything is not as it has to be.

const { values } = parseArgs({
  options: {
    db: { type: 'string', default: 'sqlite' },
    driver: { type: 'string', default: 'table' },
    workers: { type: 'string', default: '1' },
    kills: { type: 'string', default: '100' },
    users: { type: 'string', default: '12' },
  },
});
const report = await crash({
  db: values.db === 'postgres' ? 'postgres' : 'sqlite',
  driver: values.driver === 'pg-boss' ? 'pg-boss' : 'table',
  workers: Number(values.workers),
  kills: Number(values.kills),
  users: Number(values.users),
  say: (text) => console.error(text),
});
let isWrong = false;
for (const [name, list] of Object.entries(report)) {
  if (typeof list === 'number') {
    console.log(`${name}: ${list}`);
    continue;
  }
  console.log(`${name}: ${list.length}`);
  for (const line of list.slice(0, 20)) console.log(`  ${line}`);
  isWrong ||= list.length > 0;
}
process.exitCode = isWrong ? 1 : 0;
