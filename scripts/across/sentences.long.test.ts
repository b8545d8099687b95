import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { environment } from '../../packages/cli/src/testing/mocked.ts';
import { type RunningCli, startCli } from '../../packages/cli/test-data/start-cli.ts';
import { startWorld, type World } from './sentences/world.ts';

// What the pages promise, through the command in a process of its own.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.reset());
afterAll(() => world.close());

const running = new Set<RunningCli>();
afterEach(() => {
  for (const { child } of running) child.kill('SIGKILL');
  running.clear();
});

const verified = 'machnet:4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const [free, locked] = [true, false].map((isFree) => exampleOf(machnetIndividual.update, isFree).set);

test.each<[string, number, string, string[]]>([
  ['Ingo: partial', 0, 'ingo:user-d452801d-b694-4679-9289-2be622f62113', ['--set', 'address.city=Dallas']],
  ['Machnet: what is locked once verified', 1, verified, ['--set', `${locked}`]],
  ['Machnet: what is not', 0, verified, ['--set', `${free}`]],
  ['Stilt: phone', 0, 'stilt:2acf04c3-48d1-456f-a54e-1f4251814478', ['--set', 'phone=+14155550127']],
  ['HPay: appUserIdLocked', 1, 'hpay:user_abc123', ['--operation', 'replace', '--set', 'externalId=2']],
])('%s: exit code %i', async (_, code, user, args) => {
  const cli = startCli(['update', user, ...args], environment(world.url));
  running.add(cli);
  const outcome = await cli.exit;
  expect(outcome.code).toBe(code);
  expect(outcome.errors.join(' ')).toMatch(code === 0 ? /^$/ : /nothing was sent: \S+ would refuse it/);
});
