import fc from 'fast-check';
import { expect, test } from 'vitest';
import { userOf } from '../src/fields.ts';
import { requestOf } from '../src/plan-result.ts';
import { someFields, status, values } from './arbitraries.ts';
import { make } from './make.ts';
import { anyOperation } from './operations.ts';

// What holds for every plan, whatever it is made of.

const today = '2026-11-22';

const user = someFields.map((fields) => userOf(fields));
const id = fc.constantFrom('f45680e1-014d-42c7-be86-3b2899e911c3');
const sound = { id, today: fc.constant(today) };
const onLocked = fc.constantFrom('skip', 'refuse');

/** Inputs that a careful caller may give. */
const likely = fc.record(
  {
    ...sound,
    patch: user,
    current: user,
    status,
    onLocked,
    native: fc.record({ user_scope: fc.string() }, { requiredKeys: [] }),
  },
  { requiredKeys: ['patch', 'id', 'today'] },
);

/** Inputs that nobody gives on purpose. */
const unlikely = fc.record(
  {
    id: fc.anything(),
    today: fc.constant(today),
    patch: fc.oneof(user, fc.anything()),
    current: fc.oneof(user, fc.anything()),
    status: fc.oneof(status, fc.anything()),
    native: fc.anything(),
    onLocked: fc.oneof(onLocked, fc.anything()),
  },
  { requiredKeys: ['today'] },
);

const anyInput = fc.oneof(likely, unlikely);
const blocking = ['locked', 'invalid', 'missing'];

const groups = ['address', 'mailingAddress', 'employer', 'transactions', 'documents'];
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a patch says, told without the code under test: a path for each value. */
const saidIn = (patch: object): string[] =>
  Object.entries(patch).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!groups.includes(name) || !isObject(value)) return [name];
    return Object.entries(value).flatMap(([part, child]) => {
      const path = `${name}.${part}`;
      if (name === 'documents' && Array.isArray(child) && child.length > 0)
        return [path, ...child.map((_, index) => `${path}[${index}]`)];
      return child === undefined ? [] : [path];
    });
  });

/** Tries so many inputs for each. */
export const tryEveryPlan = (numRuns: number): void => {
  test('plan never throws, and gives each field one verdict', () => {
    fc.assert(
      fc.property(anyOperation, anyInput, ([, operation], input) => {
        const planned = make(operation, input);
        expect(['ready', 'blocked', 'empty']).toContain(planned.state);
        const names = planned.fields.map(({ field }) => field);
        expect(names).toEqual([...new Set(names)]);
        expect(JSON.parse(JSON.stringify(planned)).fields).toEqual(planned.fields);
      }),
      { numRuns },
    );
  });

  test('a plan with a field that is locked, invalid or missing has no request', () => {
    fc.assert(
      fc.property(anyOperation, anyInput, ([, operation], input) => {
        const planned = make(operation, input);
        const { fields, state } = planned;
        const request = requestOf(planned);
        const skips = input.onLocked === 'skip';
        const isBlocked = fields.some(({ verdict }) => blocking.includes(verdict) && !(skips && verdict === 'locked'));
        expect(state === 'blocked').toBe(isBlocked);
        expect(request === undefined).toBe(state !== 'ready');
        const sent = fields.filter(({ verdict }) => verdict === 'send');
        if (state === 'ready') expect(sent).not.toEqual([]);
        if (request) for (const { property } of sent) expect(request.body).toHaveProperty(property ?? '');
      }),
      { numRuns },
    );
  });

  test('every request fits the provider’s contract, and names the user', () => {
    let requests = 0;
    fc.assert(
      fc.property(anyOperation, fc.oneof({ weight: 5, arbitrary: likely }, unlikely), ([, operation], input) => {
        const request = requestOf(make(operation, input));
        if (!request) return;
        requests += 1;
        const { validate, preparedByClient = [] } = operation as {
          preparedByClient?: readonly string[];
        } & typeof operation;
        validate(request.body);
        // What a client still changes is right only then.
        const errors = (validate.errors ?? []).filter(
          ({ instancePath }) => !preparedByClient.includes(instancePath.slice(1)),
        );
        expect(errors).toEqual([]);
        if (operation.rules)
          expect({ ...request.path, ...request.body }).toMatchObject({ ...(input.id ? { user_id: input.id } : {}) });
      }),
      { numRuns: 2.5 * numRuns },
    );
    expect(requests).toBeGreaterThan(0.15 * numRuns);
  });

  test('no field of the input is lost', () => {
    fc.assert(
      fc.property(anyOperation, fc.oneof(likely, unlikely), ([, operation], input) => {
        const names = make(operation, input).fields.map(({ field }) => field);
        const said = isObject(input.patch) ? saidIn(input.patch) : ['patch'];
        // A list is judged as one, or element by element.
        const elements = names.filter((name) => name.endsWith(']') && name.startsWith('documents.'));
        for (const name of elements) expect(said).toContain(name);
        const lists = new Set(elements.map((name) => name.slice(0, name.indexOf('['))));
        const listOf = (name: string) => name.replace(/\[[0-9]+\]$/, '');
        const wanted = said.filter((name) => lists.has(listOf(name)) === name.endsWith(']'));
        const known = wanted.filter((name) => listOf(name) in values);
        expect(names).toEqual(expect.arrayContaining([...new Set(known)]));
        expect(names.length).toBeGreaterThanOrEqual(wanted.length);
      }),
      { numRuns },
    );
  });

  test('the same input gives the same plan, and stays as it is', () => {
    fc.assert(
      fc.property(anyOperation, anyInput, ([, operation], input) => {
        const before = structuredClone(input);
        const [first, second] = [make(operation, input), make(operation, structuredClone(input))];
        expect(second).toEqual(first);
        expect(requestOf(second)).toEqual(requestOf(first));
        expect(input).toEqual(before);
      }),
      { numRuns },
    );
  });
};
