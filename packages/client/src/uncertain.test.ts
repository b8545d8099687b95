import type { Retry } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import { createClient } from './create-client.ts';
import { has } from './testing/has.ts';

// Whether a change may have been made is told by one property, whatever the last attempt came to.

interface Operations {
  change: {
    parameters: { path?: never; query?: never };
    responses: { 200: { content: { 'application/json': { id: string } } } };
  };
}

type Step = number | 'refused' | 'reset' | 'broken' | 'refusal under 200' | 'abort' | 'stall';

const failures: Partial<Record<Step, () => Error>> = {
  refused: () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }),
  reset: () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } }),
  broken: () => new TypeError('Load failed'),
};

const run = async (retry: Retry, steps: readonly Step[], retries: number) => {
  const controller = new AbortController();
  let attempt = 0;
  const client = createClient<Operations>(
    {
      provider: 'example',
      baseUrl: 'https://api.example.com',
      operations: { change: { method: 'DELETE', path: '/user', query: [], retry } },
      validators: { change: { response: [has('id')], error: [has('refused')] } },
      sign: () => ({}),
    },
    {
      retries,
      timeout: steps.includes('stall') ? 20 : 10_000,
      random: () => {
        // The caller gives up in the wait before this step.
        if (steps[attempt] === 'abort') controller.abort();
        return 0;
      },
      fetch: async () => {
        const step = steps[attempt++] as Step;
        if (step === 'abort') controller.abort();
        if (step === 'abort' || step === 'stall') return new Promise(() => {});
        const failure = failures[step];
        if (failure) throw failure();
        return step === 'refusal under 200'
          ? Response.json({ refused: true })
          : Response.json({ name: 'no id' }, { status: Number(step) });
      },
    },
  );
  if (steps.length === 0) controller.abort();
  const result = await client.change({}, { signal: controller.signal });
  if (result.ok) throw new Error('It was a success.');
  const { kind, attempts, isUncertain } = result.error;
  return { kind, attempts, isUncertain };
};

describe('one attempt', () => {
  test.each<[step: Step, kind: string, isUncertain: boolean]>([
    [200, 'malformed', true],
    [301, 'malformed', true],
    [303, 'malformed', true],
    [400, 'rejected', false],
    [401, 'unauthorized', false],
    [403, 'unauthorized', false],
    [404, 'not-found', false],
    [408, 'unavailable', true],
    [409, 'rejected', false],
    [410, 'rejected', false],
    [422, 'rejected', false],
    [425, 'unavailable', false],
    [429, 'rate-limited', false],
    [500, 'unavailable', true],
    [501, 'unavailable', true],
    [503, 'unavailable', true],
    [504, 'unavailable', true],
    ['refusal under 200', 'rejected', false],
    ['refused', 'network', false],
    ['reset', 'network', true],
    ['broken', 'network', true],
    ['abort', 'aborted', true],
    ['stall', 'timeout', true],
  ])('%s: %s', async (step, kind, isUncertain) => {
    expect(await run('idempotent', [step], 0)).toEqual({ kind, attempts: 1, isUncertain });
    expect(await run('never', [step], 0)).toEqual({ kind, attempts: 1, isUncertain });
    // A read changes nothing.
    expect(await run('safe', [step], 0)).toEqual({ kind, attempts: 1, isUncertain: false });
  });

  test('given up before anything was sent', async () => {
    expect(await run('idempotent', [], 2)).toEqual({ kind: 'aborted', attempts: 0, isUncertain: false });
  });
});

describe('an attempt that took effect and lost its answer is not forgotten', () => {
  test.each<[steps: Step[], kind: string, attempts: number, isUncertain: boolean]>([
    [['reset', 429], 'rate-limited', 2, true],
    [['reset', 401], 'unauthorized', 2, true],
    [['reset', 400], 'rejected', 2, true],
    [['reset', 404], 'not-found', 2, true],
    [[503, 404], 'not-found', 2, true],
    [[408, 409], 'rejected', 2, true],
    [['broken', 'refusal under 200'], 'rejected', 2, true],
    [['broken', 'refused', 403], 'unauthorized', 3, true],
    [['reset', 'refused', 'refused'], 'network', 3, true],
    [[500, 'abort'], 'aborted', 1, true],
    [[429, 'abort'], 'aborted', 1, false],
    [['refused', 'abort'], 'aborted', 1, false],
    [['refused', 404], 'not-found', 2, false],
    [['refused', 'refused', 'refused'], 'network', 3, false],
    [[429, 425, 400], 'rejected', 3, false],
    [[429, 503, 400], 'rejected', 3, true],
  ])('%j', async (steps, kind, attempts, isUncertain) => {
    // The last step has no further attempt.
    const retries = steps.at(-1) === 'abort' ? 2 : steps.length - 1;
    expect(await run('idempotent', steps, retries)).toEqual({ kind, attempts, isUncertain });
    expect(await run('safe', steps, retries)).toEqual({ kind, attempts, isUncertain: false });
  });
});
