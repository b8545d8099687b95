import { describe, expect, test } from 'vitest';
import { answer } from './answers.ts';
import { createAny, inTurn, type Provider } from './calls.ts';
import { canaries, findCanaries, planted, plantedCredentials } from './canaries.ts';
import { faults, isLarge } from './faults.ts';
import { startFaultyServer } from './faulty-server.ts';
import { renderAll } from './renderings.ts';
import { expectSilence, leaksOf, make, plantedCalls, searchFaults, withEcho } from './search-faults.ts';

// Nothing that a client hands out shows a secret or a person, apart from the data of a success and the body of an error.

expectSilence();

test('the search finds what it looks for', () => {
  for (const canary of canaries) {
    const bytes = Buffer.from(canary);
    const forms = [
      canary,
      bytes.toString('base64'),
      bytes.toString('hex'),
      encodeURIComponent(canary),
      canary.slice(0, 6),
    ];
    for (const form of forms) expect(findCanaries(`before ${form} after`)).toContain(canary);
    for (const before of ['', 'x', 'xy'])
      expect(findCanaries(Buffer.from(before + canary).toString('base64'))).toContain(canary);
    expect(
      findCanaries(renderAll(Object.assign(new Error('x'), { deep: [{ here: { it: { is: canary } } }] }))),
    ).toContain(canary);
  }
  expect(findCanaries('ssn must match ^[0-9]{9}$')).toEqual([]);
});

test('a success holds no secret beside its data, and what was planted did arrive', async () => {
  const arrived = new Set<string>();
  for (const call of plantedCalls) {
    const server = await startFaultyServer(answer('200 OK', withEcho(call.success)));
    const { promise } = make(call, server, undefined);
    expect(await promise).toMatchObject({ ok: true });
    expect(await leaksOf(call, server)).toEqual([]);
    for (const { headers, body } of server.requests)
      for (const canary of findCanaries([...headers.values(), body].join('\n'))) arrived.add(canary);
    await server.close();
  }
  const { ssn, birthDate, document, name, email, street } = planted;
  expect([...arrived]).toEqual(
    expect.arrayContaining([ssn[0], ssn[1], birthDate[0], ...document, ...name, ...email, ...street]),
  );
});

searchFaults(
  (index) => inTurn(plantedCalls, index),
  (name) => !isLarge(name),
);

test.each(['stall before headers', 'stall in the body'] as const)(
  'aborted at %s, for a reason of its own',
  async (name) => {
    const leaks = await Promise.all(
      plantedCalls.map(async (call) => {
        const exchange = { success: withEcho(call.success), refusal: '{}', elsewhere: '' };
        const server = await startFaultyServer(faults[name](exchange));
        const controller = new AbortController();
        void server.seen(1).then(() => controller.abort(new Error(canaries.join())));
        const found = await leaksOf(call, server, controller.signal);
        await server.close();
        return found;
      }),
    );
    expect(leaks.flat()).toEqual([]);
  },
);

describe('misuse is told without the value', () => {
  const refusal = (create: () => unknown): unknown => {
    try {
      create();
    } catch (error) {
      return error;
    }
    throw new Error('It was accepted.');
  };

  const rows = Object.entries(plantedCredentials).flatMap(([provider, of]) =>
    Object.keys(of).map((name) => [provider as Provider, name] as const),
  );
  test.each(rows)('%s %s', (provider, name) => {
    for (const sign of ['\n', '\u00e9', '\0', ' ']) {
      const { [provider]: own, ...others } = plantedCredentials;
      const broken = { ...others, [provider]: { ...own, [name]: canaries.join() + sign } } as typeof plantedCredentials;
      const error = refusal(() => createAny(provider, 'http://127.0.0.1', {}, broken));
      expect(error).toBeInstanceOf(TypeError);
      expect(findCanaries(renderAll(error))).toEqual([]);
    }
  });

  test.each(['ingo', 'machnet', 'stilt', 'hpay'] as const)('%s baseUrl', (provider) => {
    for (const canary of canaries)
      for (const origin of [
        `https://${encodeURIComponent(canary)}@example.com`,
        `https://example.com/?key=${encodeURIComponent(canary)}`,
        `ftp://example.com/${canary}`,
        canary,
      ]) {
        const error = refusal(() => createAny(provider, origin));
        expect(error).toBeInstanceOf(TypeError);
        expect(findCanaries(renderAll(error))).toEqual([]);
      }
  });
});
