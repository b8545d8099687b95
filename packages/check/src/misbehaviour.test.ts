import { describe, expect, test } from 'vitest';
import { keyOf } from './cells.ts';
import { checkProvider } from './check-provider.ts';
import type { CheckedCell } from './state.ts';
import { mocked } from './testing/mocked.ts';

type Fetch = typeof globalThis.fetch;
type Answer = (
  ask: () => Promise<Response>,
  method: string,
  body: Record<string, unknown>,
  address: string,
) => Promise<Response>;

/** A mock whose answers go through a function. */
const through =
  (answer: Answer) =>
  (fetch: Fetch): Fetch =>
  (input, init) =>
    answer(
      () => fetch(input, init),
      init?.method ?? 'GET',
      typeof init?.body === 'string' ? JSON.parse(init.body) : {},
      String(input),
    );

const notAgreed = (cells: readonly CheckedCell[]): Record<string, string> =>
  Object.fromEntries(
    cells
      .filter(({ verdict }) => verdict !== 'agrees')
      .map((cell) => [keyOf(cell), `${cell.verdict}: ${cell.provider}`]),
  );

const changed = async (answer: Answer) => {
  const { options } = await mocked('machnet', through(answer));
  return checkProvider(options);
};

describe('a provider that', () => {
  test('refuses a locked field and changes the rest in part', async () => {
    const { mock, options } = await mocked('machnet', (fetch) => async (input, init) => {
      const response = await fetch(input, init);
      if (init?.method !== 'PATCH' || response.ok) return response;
      for (const [name, value] of Object.entries(JSON.parse(String(init.body))))
        await fetch(input, { ...init, body: JSON.stringify({ [name]: value }) });
      return response;
    });
    const { cells } = await checkProvider(options);
    const locked = cells.filter(({ allowed }) => !allowed);
    const differing = cells.filter(({ verdict }) => verdict === 'differs');
    expect(differing.map(keyOf)).toEqual(locked.map(keyOf));
    for (const { provider } of differing)
      expect(provider).toMatch(/^refused it with 400, and changed \w+ all the same$/);
    expect(mock.fixtures.length).toBeGreaterThan(0);
  });

  test('forgets a field', async () => {
    const { options } = await mocked('machnet', (fetch) => async (input, init) => {
      if (init?.method !== 'PATCH') return fetch(input, init);
      const { city: _, ...body } = JSON.parse(String(init.body));
      return fetch(input, { ...init, body: JSON.stringify(body) });
    });
    const { cells } = await checkProvider(options);
    expect(Object.values(notAgreed(cells))).toEqual(
      Array.from({ length: 6 }, () => 'differs: accepted it with 200, and changed nothing'),
    );
    expect(new Set(cells.filter(({ verdict }) => verdict === 'differs').map(({ property }) => property))).toEqual(
      new Set(['city']),
    );
  });

  test('loses a field that was not sent', async () => {
    let lost = 0;
    const { cells } = await changed(async (ask, method) => {
      const response = await ask();
      if (method === 'PATCH' && response.ok) lost += 1;
      if (method !== 'GET' || lost < 1) return response;
      const { zipcode: _, ...user } = await response.json();
      return Response.json(user);
    });
    const told = cells.filter(({ verdict }) => verdict === 'differs');
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ property }) => property))).toEqual(new Set(['zipcode']));
  });

  test('answers in a shape that no contract has', async () => {
    const { cells, answers } = await changed(async (ask, method) => {
      const response = await ask();
      const body = await response.json();
      if (method === 'PATCH' && !response.ok) return Response.json({ fault: 'no' }, { status: response.status });
      return Response.json({ ...body, ...(method === 'GET' && { nick_name: 'x' }) }, { status: response.status });
    });
    expect(notAgreed(cells)).toEqual({});
    expect(answers.map(({ operation, status, kind, at }) => [operation, status, kind, at])).toEqual([
      ['getUser', 200, 'property', '#/components/schemas/User/properties/nick_name'],
      ['updateUser', 400, 'error', '#/components/schemas/Error'],
    ]);
  });

  test('refuses with a status that no contract has', async () => {
    const { cells, answers } = await changed(async (ask, method) => {
      const response = await ask();
      return method === 'PATCH' && !response.ok ? Response.json({ message: 'no' }, { status: 409 }) : response;
    });
    expect(notAgreed(cells)).toEqual({});
    expect(answers).toMatchObject([{ operation: 'updateUser', status: 409, kind: 'status' }]);
  });
});
