import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createMock } from '../index.ts';
import { ids, sendTo } from './call.ts';

export interface Case {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly says?: RegExp;
}

export const machnet = `/machnet/users/${ids.unverified}`;
export const hpay = `/hpay/api/v1/users/${ids.hpay}/`;
export const keys = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"k${index}":0`).join(',')}}`;

/** A mock on which each case is tried, in process and on a port, and which answers after each. */
export const tryCases = async (cases: Readonly<Record<string, Case>>) => {
  const mock = await createMock({ seed: 'hostile' });
  const server = await mock.listen();
  afterAll(() => mock.close());
  // What was stored would weigh on whatever comes after it.
  afterEach(mock.reset);
  const fronts = { 'in process': sendTo(mock.fetch), 'on a port': sendTo(fetch, server.url) };
  describe.each(Object.entries(fronts))('%s', (_, send) => {
    test.each(Object.entries(cases))(
      '%s',
      async (_, { method = 'PATCH', path = machnet, body, headers, status, says }) => {
        const answer = await send(method, path, body, headers);
        expect(answer.status).toBe(status);
        if (says) expect(JSON.stringify(answer.body)).toMatch(says);
        expect(({} as Record<string, unknown>).first_name).toBeUndefined();
        expect((await send('GET', machnet)).status).toBe(200);
      },
    );
  });
  return { server, fronts };
};
