import { inspect } from 'node:util';
import { createClient } from '@amend/client';
import { describe, expect, test } from 'vitest';
import { prepareAll } from './prepare-all.ts';
import { byId } from './rows.ts';
import { sendAll } from './send-all.ts';
import { goldenBusiness, goldenPerson } from './testing/golden-user.ts';
import { updateAll } from './update-all.ts';
import type { AnyUserOperation } from './user-operation.ts';

const table = {
  getUser: { method: 'GET', path: '/users/{user_id}', query: [], retry: 'safe' },
  updateUser: { method: 'PATCH', path: '/users/{user_id}', query: [], retry: 'never' },
} as const;
const anything = { request: undefined, response: [() => true], error: [] };

/** What a provider does with a request; the answer's body, or a promise of what goes wrong. */
type Answer = (method: string, id: string, signal: AbortSignal | undefined) => unknown;

/** A provider with a real client, and the requests that reached it. */
const at = (provider: string, answer: Answer) => {
  const requests: string[] = [];
  const fetch = async (url: string, { method = '', signal }: RequestInit) => {
    const id = url.split('/').at(-1) ?? '';
    requests.push(`${method} ${id}`);
    const body = await answer(method, id, signal ?? undefined);
    return body instanceof Response ? body : Response.json(body);
  };
  const validators = { getUser: anything, updateUser: { ...anything, request: [() => true] } };
  const definition = { provider, baseUrl: 'https://golden.example', operations: table, validators, sign: () => ({}) };
  const of = ({ update }: { update: unknown }): AnyUserOperation => {
    const operation = update as AnyUserOperation;
    return { ...operation, provider, reader: { ...operation.reader, read: byId(table, 'getUser') } };
  };
  const client = createClient(definition as never, { fetch: fetch as never, retries: 0 });
  return { provider, requests, client: client as never, person: of(goldenPerson), business: of(goldenBusiness) };
};

const known = { status: 'OPEN', given_name: 'Jane', mobile: '2105550100', born_on: '1990-04-15', business: false };
const phone = '+12105550132';
/** Keeps what it is sent. */
const takes: Answer = (method, id) => ({ id, ...known, ...(method === 'PATCH' && { mobile: '2105550132' }) });
const verified: Answer = (_, id) => ({ id, ...known, status: 'DONE' });
const refuses =
  (status: number): Answer =>
  (method, id) =>
    method === 'PATCH' ? Response.json({ message: 'No' }, { status }) : { id, ...known };
const missing: Answer = () => Response.json({}, { status: 404 });
/** Never answers, and gives up with the caller. */
const hangs =
  (onCall: () => void): Answer =>
  (method, id, signal) =>
    method === 'GET'
      ? { id, ...known }
      : new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          onCall();
        });

const account = ({ person, client }: ReturnType<typeof at>, id = 'u1') => ({ operation: person, client, id });

describe('what became of each, in the order given', () => {
  test.each<[name: string, patch: object, answers: Answer[], options: object, want: string[], sent: string[][]]>([
    [
      'all take it',
      { phone },
      [takes, takes],
      {},
      ['sent', 'sent'],
      [
        ['GET', 'PATCH'],
        ['GET', 'PATCH'],
      ],
    ],
    [
      'one refuses',
      { phone },
      [refuses(400), takes],
      {},
      ['failed', 'sent'],
      [
        ['GET', 'PATCH'],
        ['GET', 'PATCH'],
      ],
    ],
    ['one has it already', { firstName: 'Jane' }, [takes, takes], {}, ['unchanged', 'unchanged'], [['GET'], ['GET']]],
    ['one would refuse', { firstName: 'Ann' }, [verified, takes], {}, ['blocked', 'held-back'], [['GET'], ['GET']]],
    ['one cannot be read', { phone }, [missing, takes], {}, ['failed', 'held-back'], [['GET'], ['GET']]],
    [
      'one keeps the old value',
      { phone },
      [verified, takes],
      {},
      ['not-taken', 'sent'],
      [
        ['GET', 'PATCH'],
        ['GET', 'PATCH'],
      ],
    ],
    [
      'the others are sent nevertheless',
      { firstName: 'Ann' },
      [verified, takes, missing],
      { onRefusal: 'send-others' },
      ['blocked', 'not-taken', 'failed'],
      [['GET'], ['GET', 'PATCH'], ['GET']],
    ],
    [
      'what is locked is left out',
      { firstName: 'Ann', phone },
      [verified],
      { onLocked: 'skip' },
      ['not-taken'],
      [['GET', 'PATCH']],
    ],
  ])('%s', async (_, patch, answers, options, want, sent) => {
    const places = answers.map((answer, index) => at(`p${index}`, answer));
    const outcomes = await updateAll(
      patch,
      places.map((place) => account(place)),
      options,
    );
    expect(outcomes.map(({ outcome, why }) => why?.reason ?? outcome)).toEqual(want);
    expect(outcomes.map(({ provider }) => provider)).toEqual(places.map(({ provider }) => provider));
    expect(places.map(({ requests }) => requests.map((each) => each.split(' ')[0]))).toEqual(sent);
    for (const { outcome, plan, error, why } of outcomes) {
      expect(plan === undefined).toBe(outcome === 'failed' && error?.status === 404);
      expect([why !== undefined, error !== undefined]).toEqual([outcome === 'not-sent', outcome === 'failed']);
    }
  });

  test('what its client refuses has failed, and was not given up', async () => {
    const place = at('p', takes);
    const outcomes = await updateAll({ phone }, [account(place, '..'), account(place)]);
    expect(outcomes.map(({ outcome, why, error }) => [outcome, why?.reason ?? error?.kind])).toEqual([
      ['failed', 'invalid'],
      ['not-sent', 'held-back'],
    ]);
  });

  test('of a user who is yet to be made, nothing is read', async () => {
    const place = at('p', takes);
    const operation = { ...place.person, rules: undefined };
    const [prepared] = await prepareAll({ phone }, [{ operation, client: place.client, id: 'u1' }]);
    expect([prepared?.isRead, place.requests]).toEqual([false, []]);
  });

  test('the user is as the provider has it then', async () => {
    const [sent] = await updateAll({ phone }, [account(at('p', takes))]);
    expect(sent).toMatchObject({
      outcome: 'sent',
      plan: { state: 'ready' },
      user: { phone, verification: 'unverified' },
      notTaken: [],
    });
  });

  test.each([
    ['current', { current: { provider: 'p', id: 'u1', verification: 'verified' } as const }],
    ['answer', { answer: { id: 'u1', ...known, status: 'DONE' } }],
  ])('what %s says is not read', async (_, given) => {
    const place = at('p', takes);
    const [blocked] = await updateAll({ firstName: 'Ann' }, [{ ...account(place), ...given }]);
    expect([blocked?.why?.reason, place.requests]).toEqual(['blocked', []]);
  });

  test.each([
    ['current', { current: { provider: 'p', id: 'u1', verification: 'unverified' } as const }],
    ['answer', { answer: { id: 'u1', ...known } }],
  ])('and what %s says is what the change is judged by', async (_, given) => {
    const place = at('p', takes);
    await updateAll({ gender: 'other' }, [{ ...account(place), ...given }]);
    expect(place.requests).toEqual(['PATCH u1']);
  });

  test('nobody is asked for who has no identifier, or by a provider that tells nothing of a user', async () => {
    const place = at('p', takes);
    const { read: _, ...reader } = place.person.reader;
    const accounts = [
      { operation: place.person, client: place.client },
      { ...account(place), operation: { ...place.person, reader } },
    ];
    const prepared = await prepareAll({ phone }, accounts);
    expect([prepared.map(({ isRead }) => isRead), place.requests]).toEqual([[false, false], []]);
  });

  test('for who cannot be read there is no plan', async () => {
    const [prepared] = await prepareAll({ phone }, [account(at('p', missing))]);
    expect([prepared?.plan, prepared?.error?.status]).toEqual([undefined, 404]);
  });

  test.each([
    [{ today: '1990-04-14' }, 'blocked'],
    [{ today: '1990-04-15' }, 'ready'],
    [{}, 'ready'],
  ])('the day that is given counts: %j', async (options, state) => {
    const place = at('p', (_, id) => ({ id, status: 'OPEN' }));
    const [prepared] = await prepareAll({ dateOfBirth: '1990-04-15' }, [account(place)], options);
    expect(prepared?.plan?.state).toBe(state);
  });

  test('without a client nothing is asked, and nothing sent', async () => {
    const [outcome] = await updateAll({ phone }, [{ operation: at('p', takes).person, id: 'u1', status: 'verified' }]);
    expect(outcome).toMatchObject({
      outcome: 'not-sent',
      plan: { state: 'ready' },
      why: { reason: 'no-client', message: 'p was sent nothing, because no client was given.' },
    });
  });
});

test('a user without a client keeps the others from being sent to by half', async () => {
  const [first, second] = [at('p0', takes), at('p1', takes)];
  const { client: _, ...without } = account(second);
  const outcomes = await updateAll({ phone }, [account(first), without]);
  expect(outcomes.map(({ why }) => why?.reason)).toEqual(['held-back', 'no-client']);
  const others = await updateAll({ phone }, [account(first), without], { onRefusal: 'send-others' });
  expect(others.map(({ outcome }) => outcome)).toEqual(['sent', 'not-sent']);
});

test('a user whom the change leaves as it is keeps nobody from being sent to, though it has no client', async () => {
  const [first, second] = [at('p0', takes), at('p1', takes)];
  const same = { operation: second.person, id: 'u1', current: { provider: 'p1', id: 'u1', phone } as const };
  const outcomes = await updateAll({ phone }, [account(first), same]);
  expect(outcomes.map(({ outcome, why }) => why?.reason ?? outcome)).toEqual(['sent', 'unchanged']);
});

describe('which kind of user it is', () => {
  test.each([
    ['the answer says', { business: true }, 'business'],
    ['the answer says not', { business: false }, 'individual'],
    [
      'the fields that it has show',
      { business: undefined, founded_on: '2015/09/01', website: 'x.example' },
      'business',
    ],
  ])('%s', async (_, more, kind) => {
    const { person, business, client } = at('p', (_method, id) => ({ id, status: 'OPEN', ...more }));
    const [prepared] = await prepareAll({ phone }, [{ operation: [person, business], id: 'u1', client }]);
    expect(prepared?.operation.reader.kind).toBe(kind);
  });
});

describe('a few at once', () => {
  test.each([1, 2, 4])('at most %i', async (limit) => {
    let now = 0;
    let most = 0;
    const busy: Answer = async (...call) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return takes(...call);
    };
    const places = Array.from({ length: 6 }, (_, index) => at(`p${index}`, busy));
    await updateAll(
      { phone },
      places.map((place) => account(place)),
      { atOnce: limit },
    );
    expect(most).toBe(limit);
  });

  test.each([0, -1, Number.NaN])('%d is no number of users', async (limit) => {
    const place = at('p', takes);
    await expect(updateAll({ phone }, [account(place)], { atOnce: limit })).rejects.toThrow(
      'atOnce must be a number from 1.',
    );
    expect(place.requests).toEqual([]);
  });
});

describe('a signal', () => {
  test('ends each call; what was sent is uncertain, and what was not begun is not sent', async () => {
    const stop = new AbortController();
    const places = [
      at('p0', takes),
      at(
        'p1',
        hangs(() => stop.abort()),
      ),
      at('p2', takes),
    ];
    const outcomes = await updateAll(
      { phone },
      places.map((place) => account(place)),
      { signal: stop.signal, atOnce: 1 },
    );
    expect(outcomes.map(({ outcome, why, error }) => [outcome, why?.reason, error?.kind, error?.isUncertain])).toEqual([
      ['sent', undefined, undefined, undefined],
      ['failed', undefined, 'aborted', true],
      ['not-sent', 'aborted', undefined, undefined],
    ]);
    expect(places[2]?.requests).toEqual(['GET u1']);
  });

  test('that came before leaves everybody alone', async () => {
    const place = at('p', takes);
    const outcomes = await updateAll({ phone }, [account(place), account(place, 'u2')], {
      signal: AbortSignal.abort(),
    });
    expect(outcomes.map(({ why }) => why?.reason)).toEqual(['aborted', 'aborted']);
    expect(place.requests).toEqual([]);
  });
});

describe('a mistake of the caller is told before anything is sent', () => {
  test("another provider's client", async () => {
    const [right, other] = [at('p0', takes), at('p1', takes)];
    const wrong = { ...account(other), client: right.client };
    await expect(updateAll({ phone }, [account(right), wrong])).rejects.toThrow(
      'This is no client for p1 with a method updateUser.',
    );
    expect(right.requests).toEqual([]);
  });

  test('no operation', async () => {
    const { client } = at('p', takes);
    await expect(updateAll({ phone }, [{ operation: [], client, id: 'u1' }])).rejects.toThrow(
      'An account needs an operation.',
    );
  });

  test('a copy of a plan', async () => {
    const [first, second] = [at('p0', takes), at('p1', takes)];
    const prepared = await prepareAll({ phone }, [account(first), account(second)]);
    const copied = prepared.map((one, index) =>
      index === 1 && one.plan ? { ...one, plan: structuredClone(one.plan) } : one,
    );
    await expect(sendAll(copied)).rejects.toThrow('This is a copy of a plan for p1');
    expect(first.requests).toEqual(['GET u1']);
  });
});

describe('what is logged shows nobody', () => {
  test('nor everything that is known of an operation, and no client', async () => {
    const [prepared] = await prepareAll({ phone }, [account(at('p', takes))]);
    expect(JSON.parse(JSON.stringify(prepared))).toEqual({
      provider: 'p',
      operation: 'updateUser',
      isRead: true,
      current: expect.objectContaining({ firstName: 'Jane', dateOfBirth: { masked: '****-**-**' } }),
      plan: expect.objectContaining({ state: 'ready' }),
    });
  });

  test('nor of one who could not be read', async () => {
    const [prepared] = await prepareAll({ phone }, [account(at('p', missing))]);
    expect(JSON.parse(JSON.stringify(prepared))).toEqual({
      provider: 'p',
      operation: 'updateUser',
      isRead: true,
      error: expect.objectContaining({ provider: 'p' }),
    });
  });

  test.each([
    ['who was sent', { phone }, [takes]],
    ['who did not change', { firstName: 'Jane' }, [takes]],
    ['who was not taken', { phone }, [verified]],
  ])('%s', async (_, patch, [answer = takes]) => {
    const accounts = [account(at('p', answer))];
    const reports = [await updateAll(patch, accounts), await prepareAll(patch, accounts)];
    expect(
      reports.map((each) =>
        JSON.stringify(
          structuredClone(each.map((one) => ('user' in one ? one.user : 'current' in one && one.current))),
        ),
      ),
    ).toEqual([expect.stringContaining('1990-04-15'), expect.stringContaining('1990-04-15')]);
    for (const report of reports)
      for (const shown of [JSON.stringify(report), inspect(report, { depth: null }), JSON.stringify({ msg: report })]) {
        expect(shown).toContain('Jane');
        expect(shown).not.toContain('1990');
      }
  });
});

test('a client that throws hides nothing of what became of the others, and nothing it says', async () => {
  const [one, other] = [at('one', takes), at('other', takes)];
  const updateUser = () => {
    throw new Error(`with ${phone}`);
  };
  const client = { ...(one.client as object), updateUser } as never;
  const outcomes = await updateAll({ phone }, [{ ...account(one), client }, account(other)]);
  expect(outcomes).toMatchObject([
    { outcome: 'failed', error: { kind: 'network', reason: 'the client threw', isUncertain: true } },
    { outcome: 'sent' },
  ]);
  expect(inspect(outcomes[0]?.error)).not.toContain(phone);
});
