import { inspect, isDeepStrictEqual } from 'node:util';
import { providerOf } from '@amend/client';
import { describe, expect, test } from 'vitest';
import { make } from '../test-data/make.ts';
import { everyOperation } from '../test-data/operations.ts';
import { type Plan, requestOf } from './plan-result.ts';
import { send } from './send.ts';
import { goldenPerson } from './testing/golden-user.ts';

// A plan is plain data: it goes into reactive stores and to React server components, and shows nothing of the user's.

const id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
const city = 'Zqcity';
const patch = {
  phone: '+12105550132',
  address: { city },
  documents: { virtual: [{ type: 'PASSPORT', number: 'ZqA1' }] },
};
const planned = make(goldenPerson.update, { id, status: 'verified', patch, native: {} });

const deliver = async (plan: Plan) => {
  const calls: unknown[] = [];
  const updateUser = async (input: unknown) => {
    calls.push(input);
    return { ok: true, status: 200, data: {} };
  };
  await send(plan, { [providerOf]: 'golden', updateUser } as never);
  return calls;
};

/** Every object in a value, itself too. */
const objectsIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

describe.each(everyOperation)('%s', (_, operation) => {
  test('has plain prototypes, no symbols, no functions and no accessors, and is frozen through and through', () => {
    for (const each of [{ id, status: 'unverified', patch }, { patch: { emial: 1 } }, { id, patch: {} }]) {
      const plan = make(operation, each);
      for (const object of [...objectsIn(plan), ...objectsIn(requestOf(plan))]) {
        expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(object));
        expect(Object.isFrozen(object)).toBe(true);
        for (const key of Reflect.ownKeys(object)) {
          expect(typeof key).toBe('string');
          expect(Object.getOwnPropertyDescriptor(object, key)).toHaveProperty('value');
          expect(['string', 'object', 'number', 'boolean']).toContain(typeof Reflect.get(object, key));
        }
      }
      expect(structuredClone(plan)).toEqual(plan);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
  });
});

/** As Vue's `reactive` and `readonly` do, if they do it to what is frozen: every object handed out is a proxy. */
const reactive = <Value extends object>(value: Value): Value =>
  new Proxy(value, {
    get: (target, name, receiver) => {
      const found: unknown = Reflect.get(target, name, receiver);
      const { configurable } = Object.getOwnPropertyDescriptor(target, name) ?? {};
      return typeof found === 'object' && found !== null && configurable ? reactive(found) : found;
    },
  });

test.each([
  ['itself', planned],
  ['put into a reactive object', reactive({ plan: planned }).plan],
  ['behind a proxy', new Proxy(planned, {})],
  ['behind a proxy of a proxy', reactive(reactive(planned))],
])('%s, it says what it sends, and is sent', async (_, plan) => {
  expect(plan.state).toBe('ready');
  expect(plan.fields.map(({ verdict }) => verdict)).toEqual(['send', 'send', 'send']);
  expect(requestOf(plan)?.body).toMatchObject({ mobile: '2105550132', city });
  expect(await deliver(plan)).toEqual([requestOf(planned)]);
});

test.each<[string, Plan]>([
  ['structuredClone', structuredClone(planned)],
  ['JSON', JSON.parse(JSON.stringify(planned))],
  ['a spread', { ...planned }],
])('a copy by %s has no request, and send says so', async (_, copy) => {
  expect(requestOf(copy)).toBeUndefined();
  await expect(deliver(copy)).rejects.toThrow(
    new TypeError('This is a copy of a plan for golden, which has nothing to send; send the plan itself.'),
  );
});

test.each([undefined, null, 5, 'x', {}, []])('%j is no plan', async (value) => {
  expect(requestOf(value as never)).toBeUndefined();
  await expect(deliver(value as never)).rejects.toThrow(TypeError);
});

test('a request cannot be changed, nor told another user', async () => {
  const request = requestOf(planned) as { path: { user_id: string }; body: Record<string, unknown> };
  const before = structuredClone(request);
  for (const change of [
    () => Object.assign(request.path, { user_id: 'another' }),
    () => Object.assign(request.body, { email: 'a@b.example' }),
    () => Object.assign(request, { body: {} }),
    () => (request.body.numbers as unknown[]).push({ kind: 'SSN' }),
    () => Object.assign(planned, { state: 'ready', provider: 'silver' }),
  ])
    expect(change).toThrow(TypeError);
  expect(await deliver(planned)).toEqual([before]);
});

test('it shows no value', () => {
  const shown = [JSON.stringify(planned), inspect(planned, { depth: 9, showHidden: true }), String(planned)].join();
  for (const value of ['Zq', '2105550132', id]) expect(shown).not.toContain(value);
  expect(isDeepStrictEqual(Object.keys(planned), ['provider', 'operation', 'state', 'fields', 'notes'])).toBe(true);
});
