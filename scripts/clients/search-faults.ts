import type { Result } from '@amend/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, calls, createAny } from './calls.ts';
import { canaries, findCanaries, plant, plantedCredentials } from './canaries.ts';
import { type FaultName, faults } from './faults.ts';
import { type FaultyServer, startFaultyServer } from './faulty-server.ts';
import { renderAll } from './renderings.ts';

/** Nothing is written beside what is handed out, while the tests of a file run. */
export const expectSilence = (): void => {
  const noise: unknown[] = [];
  const onNoise = (...heard: unknown[]) => void noise.push(heard);
  const consoleMethods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
  const ownConsole = { ...console };

  beforeAll(() => {
    process.on('warning', onNoise);
    for (const name of consoleMethods) console[name] = onNoise;
  });

  afterAll(() => {
    process.off('warning', onNoise);
    Object.assign(console, ownConsole);
    expect(noise).toEqual([]);
  });
};

/** All calls with a body; of the others, which carry only credentials, one for each client. */
export const plantedCalls = calls
  .filter(({ id, input }) => input.body || id === 'getUser')
  .map((call): Call => ({ ...call, input: { ...call.input, body: plant(call.input.body) } }));

/** An answer that repeats whatever it was told, in a field of its own. */
export const withEcho = (body: unknown): string =>
  JSON.stringify(body).replace('{', `{"echo":${JSON.stringify(canaries)},`);

export const make = (call: Call, server: FaultyServer, signal: AbortSignal | undefined) => {
  const client = createAny(
    call.provider,
    server.origin,
    { timeout: 1000, retries: 1, random: () => 0 },
    plantedCredentials,
  );
  return { client, promise: client[call.id]?.(call.input, { ...(signal && { signal }) }) };
};

/** What of a result may be logged: all but a success's data. */
const loggable = (result: Result<unknown> | undefined): unknown =>
  result?.ok ? { ...result, data: undefined } : result;

export const leaksOf = async (call: Call, server: FaultyServer, signal?: AbortSignal): Promise<string[]> => {
  const { client, promise } = make(call, server, signal);
  const result = await promise;
  const shown = [client, result?.ok ? undefined : promise, loggable(result), result?.ok ? undefined : result?.error];
  const addresses = server.requests.map(({ target }) => target);
  return findCanaries([...shown.map(renderAll), ...addresses].join('\n')).map((canary) => `${call.name}: ${canary}`);
};

/** Nothing shows, whatever of what is wanted goes wrong at its calls. */
export const searchFaults = (
  callsOf: (index: number) => readonly Call[],
  isWanted: (name: FaultName) => boolean = () => true,
): void => {
  const played = (Object.keys(faults) as FaultName[]).filter(isWanted).map((name, index) => [name, index] as const);
  test.concurrent.for(played)('%s', async ([name, index]) => {
    const leaks = await Promise.all(
      callsOf(index).map(async (call) => {
        const exchange = {
          success: withEcho(call.success),
          refusal: withEcho(call.refusal),
          elsewhere: 'http://[::1]:9',
        };
        const server = await startFaultyServer(faults[name](exchange));
        const found = await leaksOf(call, server);
        await server.close();
        return found;
      }),
    );
    expect(leaks.flat()).toEqual([]);
  });
};
