import { cpuOf } from './cpu.ts';
import { type EngineName, engineOf } from './engines.ts';

// One engine in a process of its own: `measure.ts <engine> <database> <pid of its server> <folder of peers>`. It prints how
// many milliseconds of the processor a delivery takes, of Node and of the server together.

const users = 60;
const [name, at = '', pid = '0', folder = ''] = process.argv.slice(2);
const engine = await engineOf(name as EngineName, at, users, folder);
const deliveries = 4 * users;
let total = 0;

/** Changes every user, and makes that at every provider. */
const changeAll = async (round: number): Promise<void> => {
  for (let user = 0; user < users; user += 1)
    await engine.change(user, { phone: `+1210${String(2_000_000 + round * 1000 + user)}` });
  total += deliveries;
  await engine.deliver(total);
};

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + cpuOf(Number(pid));
};

// What runs often is compiled before it is measured.
for (const round of [1, 2]) await changeAll(round);
const before = cpu();
for (const round of [3, 4, 5]) await changeAll(round);
console.log((cpu() - before) / (3 * deliveries));
await engine.stop();
process.exit(0);
