import { readFileSync } from 'node:fs';
import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { environment } from '../../packages/cli/src/testing/mocked.ts';
import { type RunningCli, startCli } from '../../packages/cli/test-data/start-cli.ts';
import { hpayChecks } from './sentences/hpay.ts';
import { ingoCreateChecks, ingoUpdateChecks } from './sentences/ingo.ts';
import { machnetChecks } from './sentences/machnet.ts';
import * as sentences from './sentences/sentences.ts';
import { stiltChecks } from './sentences/stilt.ts';
import { type Check, startWorld, type World } from './sentences/world.ts';

// What the text of the five pages promises is what happens, sentence by sentence: through the command, and over HTTP.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.reset());
afterAll(() => world.close());

const pages: readonly (readonly [page: string, Readonly<Record<string, string>>, Readonly<Record<string, Check>>])[] = [
  ['Ingo, user/update (v4)', sentences.ingoUpdate, ingoUpdateChecks],
  ['Ingo, user/create (v3)', sentences.ingoCreate, ingoCreateChecks],
  ['Machnet, Update User', sentences.machnet, machnetChecks],
  ['Stilt, Update a user', sentences.stilt, stiltChecks],
  ['HPay, Update User', sentences.hpay, hpayChecks],
];

describe.each(pages)('%s', (_, quoted, checks) => {
  test.each(Object.entries(quoted))('%s: %s', async (name) => {
    expect(checks).toHaveProperty(name);
    await checks[name]?.(world);
  });
});

describe('what is promised and decided otherwise', () => {
  const contracts = ['ingo/v3', 'ingo/v4', 'machnet/v4', 'stilt/v1', 'hpay/v1'].map((name) =>
    readFileSync(new URL(`../../specs/${name}.yaml`, import.meta.url), 'utf8'),
  );
  const decided = sentences.unshown.flatMap(([page, sentence, why]) =>
    (why.match(/[A-Z]{3}-[0-9]+/g) ?? []).map((decision) => [page, sentence, decision] as const),
  );

  test.each(decided)('%s: %s: %s stands in a contract', (_, __, decision) => {
    expect(contracts.some((text) => text.includes(`${decision}:`))).toBe(true);
  });
});

describe('through the command in a process of its own', () => {
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
});
