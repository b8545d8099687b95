import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
