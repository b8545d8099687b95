import { describe, expect, test } from 'vitest';
import { make, verdicts } from '../test-data/make.ts';
import { everyOperation } from '../test-data/operations.ts';
import { fieldsFor } from './fields-for.ts';
import { patchSchema } from './patch-schema.ts';
import { planAll } from './plan.ts';
import { requestOf } from './plan-result.ts';
import { goldenBusiness, goldenMember, goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';

// Each property of an input is read once, as JSON would read it; what JSON would lose is told and never left out.

const id = 'user_abc123';
const { update } = goldenPerson;

class Entity {
  readonly #row = { firstName: 'Ann', verification: 'verified', id: 'another', email: 'a@b.example' };
  get firstName() {
    return this.#row.firstName;
  }
  get email() {
    return this.#row.email;
  }
  get verification() {
    return this.#row.verification;
  }
  get id() {
    return this.#row.id;
  }
}

class Disguised extends Entity {
  override isPrototypeOf() {
    return false;
  }
}

class Closed {
  readonly #email = 'a@b.example';
  email() {
    return this.#email;
  }
}

const throwing = () => Object.defineProperty({}, 'email', { enumerable: true, get: () => expect.unreachable() });

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({ email: 'a@b.example' }, {});
  revoke();
  return proxy;
};

const unenumerable = () => Object.defineProperty({ lastName: 'Lee' }, 'email', { value: 'a@b.example' });

const endless = () => {
  const wide: Record<string, unknown> = {};
  for (const name of 'abcdefgh') wide[name] = wide;
  return wide;
};

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

/** Patches of which JSON would lose the e-mail address, and how that is told. */
const unreadable: readonly [name: string, () => unknown, field: string][] = [
  ['accessors of a class', () => new Entity(), 'email'],
  ['accessors below a class that looks like the root of all', () => new Disguised(), 'email'],
  ['what is inherited', () => Object.create({ email: 'a@b.example' }), 'email'],
  ['what is inherited from far', () => Object.create(Object.create(new Entity())), 'email'],
  ['what no object stands behind', () => Object.create(Object.assign(Object.create(null), { email: 'x' })), 'email'],
  ['what is not enumerable', unenumerable, 'email'],
  ['an accessor that is not enumerable', () => Object.defineProperty({}, 'email', { get: () => 'x' }), 'email'],
  ['a getter that throws', throwing, 'patch'],
  ['a proxy that is revoked', revoked, 'patch'],
  ['an object that keeps all to itself', () => new Closed(), 'patch'],
  ['a toJSON that throws', () => ({ email: 'x', toJSON: () => expect.unreachable() }), 'patch'],
  ['a Map', () => new Map([['email', 'a@b.example']]), 'patch'],
  ['a function', () => () => ({ email: 'a@b.example' }), 'patch'],
  ['what holds itself many times', endless, 'patch'],
];

describe.each(unreadable)('%s', (_, create, field) => {
  test('in a patch is invalid', () => {
    // What has no end is read for long, and by all operations alike.
    const some = create === endless && times === 1 ? everyOperation.slice(0, 2) : everyOperation;
    for (const [name, operation] of some) {
      const planned = make(operation, { id, status: 'unverified', patch: create() });
      expect(planned.state, name).toBe('blocked');
      const told = planned.fields.find((each) => each.field === field) ?? planned.fields[0];
      if (told?.field === field) expect(told).toMatchObject({ verdict: 'invalid', message: expect.any(String) });
    }
    const { fields } = make(update, { id, status: 'unverified', patch: create() });
    if (field === 'email') expect(fields).toContainEqual(expect.objectContaining({ field, verdict: 'invalid' }));
    const message = fields.find((each) => each.verdict === 'invalid')?.message;
    expect(message).toMatch(/pass a plain object|pass what JSON can hold|is no field/);
  });

  test('in a group of a patch is invalid', () => {
    const { state, fields } = make(update, {
      id,
      status: 'unverified',
      patch: { phone: '+12105550132', address: create() },
    });
    expect(state).toBe('blocked');
    expect(
      fields.filter(({ verdict }) => verdict === 'invalid').every(({ field: path }) => path.startsWith('address')),
    ).toBe(true);
  });

  test('as a document, and as the provider’s own, is invalid', () => {
    const documents = { virtual: [{ type: 'PASSPORT', number: 'A1' }, create()] };
    expect(verdicts(make(update, { id, status: 'unverified', patch: { documents } }))).toEqual({
      'documents.virtual[0]': 'send',
      'documents.virtual[1]': 'invalid',
    });
    const native = { tags: [create()] };
    expect(verdicts(make(goldenMember.create, { patch: {}, native }))).toMatchObject({ 'native.tags': 'invalid' });
    expect(make(goldenMember.create, { patch: {}, native: create() }).state).toBe('blocked');
  });

  test('as current blocks the plan, and leaves the status unknown', () => {
    for (const status of [undefined, 'unverified']) {
      const planned = make(update, { id, status, current: create(), patch: { email: 'new@b.example' } });
      expect(planned.state).toBe('blocked');
      expect(verdicts(planned)).toEqual({ current: 'invalid', email: 'locked' });
      expect(planned.fields[0]?.message).toContain('pass a plain object');
    }
    const replaced = make(goldenMember.replace, { id, current: create(), patch: { phone: '+12105550132' } });
    expect(replaced.fields[0]).toMatchObject({ field: 'current', verdict: 'invalid' });
  });

  test('as a part of current blocks the plan', () => {
    const current = { verification: 'unverified', id, native: create() };
    const planned = make(update, { current, patch: { email: 'new@b.example' } });
    expect(verdicts(planned)).toMatchObject({ current: 'invalid', email: 'locked' });
  });

  test('as an answer is no user who could be changed', () => {
    const user = toUser(update, create());
    expect(user.verification).toBe('unknown');
    expect(make(update, { current: user, patch: { email: 'new@b.example' } }).state).toBe('blocked');
  });

  test('throws nowhere', async () => {
    const planned = planAll(create() as never, [{ operation: update, id, current: create() as never }]);
    expect(planned.map(({ state }) => state)).toEqual(['blocked']);
    const result = await patchSchema(update, { id, status: 'unverified' })['~standard'].validate(create());
    expect(result.issues?.length).toBeGreaterThan(0);
    expect(fieldsFor(update, create() as never)).toEqual(fieldsFor(update, 'unknown'));
    for (const part of ['id', 'status', 'today', 'onLocked', 'native']) {
      const input = { id, status: 'unverified', patch: { phone: '+12105550132' }, [part]: create() };
      expect(make(update, input).state).toMatch(/^(blocked|ready)$/);
    }
    expect(make(update, create()).state).toBe('blocked');
  });
});

test.each([undefined, null, 5, 'x'])('an input of %s is blocked', (input) => {
  expect(make(update, input).state).toBe('blocked');
});

test('a part of the input whose getter throws is named', () => {
  for (const part of ['id', 'status', 'current', 'patch', 'native', 'today', 'onLocked']) {
    const input = { id, status: 'unverified', patch: { phone: '+12105550132' } };
    Object.defineProperty(input, part, { enumerable: true, get: () => expect.unreachable() });
    expect(make(update, input).fields).toContainEqual(expect.objectContaining({ field: part, verdict: 'invalid' }));
  }
});

test.each([
  ['a Date', new Date()],
  ['a boxed text', new String('Ann')],
  ['a function', () => 'Ann'],
  ['a bigint', 7n],
  ['a symbol', Symbol('Ann')],
  ['no number', Number.NaN],
])('%s where text is expected is invalid', (_, value) => {
  const patch = { firstName: value, address: { city: value } };
  const planned = make(update, { id, status: 'unverified', patch, native: { scope: value } });
  expect(verdicts(planned)).toEqual({
    firstName: 'invalid',
    'address.city': 'invalid',
    'native.scope': 'invalid',
  });
  for (const { field, message } of planned.fields)
    expect(message).toBe(
      `${field} is no plain data, but an accessor of a class, a Date, NaN or the like; pass what JSON can hold.`,
    );
});

class Model {
  readonly doc = { firstName: 'Ann', address: { city: 'Austin' }, verification: 'verified', id };
  reads = 0;
  toJSON() {
    this.reads += 1;
    return this.doc;
  }
}

test('an object with toJSON is read as JSON would, once', () => {
  const [patch, current] = [new Model(), new Model()];
  const { firstName, address } = patch.doc;
  const planned = make(update, { id, status: 'unverified', patch: { toJSON: () => ({ firstName, address }) } });
  expect(requestOf(planned)?.body).toEqual({ given_name: 'Ann', city: 'Austin' });
  expect(verdicts(make(update, { current, patch: { email: 'a@b.example', firstName: 'Ann' } }))).toEqual({
    email: 'locked',
    firstName: 'unchanged',
  });
  expect(current.reads).toBe(1);
  const website = new URL('https://www.example.com/');
  expect(verdicts(make(goldenBusiness.update, { id, status: 'unverified', patch: { website } }))).toEqual({
    website: 'send',
  });
});

/** An object each of whose properties has another value at each look. */
const fickle = (properties: Readonly<Record<string, readonly unknown[]>>) => {
  const looks: Record<string, number> = {};
  const object = {};
  for (const [name, values] of Object.entries(properties))
    Object.defineProperty(object, name, {
      enumerable: true,
      get: () => {
        looks[name] = (looks[name] ?? 0) + 1;
        return values[looks[name] - 1] ?? expect.unreachable();
      },
    });
  return { object, looks };
};

test('each value is read once, and what was judged is sent', () => {
  const type = fickle({ type: ['PASSPORT', 'SSN'], number: ['A1', '111223333'] });
  const address = fickle({ city: ['Austin', '\u0000'] });
  const patch = fickle({
    phone: ['+12105550132', 'x'],
    address: [address.object, { country: 'CA' }],
    documents: [{ virtual: [type.object] }],
  });
  const native = fickle({ scope: ['ARTS', 'x'] });
  const current = fickle({ verification: ['unverified', 'verified'], id: [id, 'another'] });
  const input = fickle({
    id: [id, 'another'],
    status: ['unverified', 'verified'],
    current: [current.object],
    patch: [patch.object, { email: 'a@b.example' }],
    native: [native.object],
    onLocked: ['refuse', 'skip'],
    today: ['2026-11-22'],
  });
  const planned = make(update, input.object);
  expect(planned.fields.map(({ field, verdict }) => `${field} ${verdict}`)).toEqual([
    'phone send',
    'address.city send',
    'documents.virtual[0] send',
    'native.scope send',
  ]);
  expect(requestOf(planned)).toEqual({
    path: { user_id: id },
    body: {
      mobile: '2105550132',
      city: 'Austin',
      scope: 'ARTS',
      numbers: [{ kind: 'PASSPORT', value: 'A1' }],
    },
  });
  for (const { looks } of [type, address, patch, native, current, input])
    expect(new Set(Object.values(looks))).toEqual(new Set([1]));
});

test('a patch for several providers is read once for all', () => {
  const patch = fickle({ phone: ['+12105550132', '+12105550199'] });
  const plans = planAll(patch.object, [
    { operation: update, id, status: 'verified' },
    { operation: goldenMember.update, id },
  ]);
  expect(plans.map((plan) => requestOf(plan)?.body)).toEqual([
    { mobile: '2105550132' },
    { user_id: id, phone: '+12105550132' },
  ]);
});

test('what a schema took is what it looked at', async () => {
  const patch = fickle({ phone: ['+12105550132', 'x'] });
  const result = await patchSchema(update, { id, status: 'verified' })['~standard'].validate(patch.object);
  expect(result).toEqual({ value: { phone: '+12105550132' } });
});

test('an account of a class is read as it shows itself', () => {
  class Row {
    get operation() {
      return update;
    }
    get id() {
      return id;
    }
    get current() {
      return { verification: 'verified', id } as const;
    }
  }
  const [planned] = planAll({ email: 'a@b.example' }, [new Row()]);
  expect(planned && verdicts(planned)).toEqual({ email: 'locked' });
});

test('an object of a class whose values are all its own is read as a plain one', () => {
  class Named {
    firstName = 'Ann';
    greet() {
      return `I am ${this.firstName}`;
    }
  }
  class Person extends Named {
    readonly address = { city: 'Austin' };
  }
  const planned = make(update, { id, status: 'unverified', patch: new Person(), current: new Person() });
  expect(verdicts(planned)).toEqual({ firstName: 'unchanged', 'address.city': 'unchanged' });
});

test('proxies and objects of another realm are read as what they are', async () => {
  const { runInNewContext } = await import('node:vm');
  const proxy = new Proxy({ firstName: 'Ann', address: new Proxy({ city: 'Austin' }, {}) }, {});
  const foreign = runInNewContext('({ firstName: "Ann", address: { city: "Austin" } })');
  for (const patch of [proxy, foreign, Object.assign(Object.create(null), proxy)])
    expect(requestOf(make(update, { id, status: 'unverified', patch }))?.body).toEqual({
      given_name: 'Ann',
      city: 'Austin',
    });
});

test('a list that is said to be endless costs no more than what it holds', () => {
  const virtual = Object.assign([], { length: 4_294_967_295 });
  const { state, fields } = make(update, { id, status: 'unverified', patch: { documents: { virtual } } });
  expect(state).toBe('blocked');
  expect(fields).toHaveLength(1);
  let reads = 0;
  const list = new Proxy([], {
    get: (target, name) => {
      reads += 1;
      return name === 'length' ? 2 ** 40 : Reflect.get(target, name);
    },
  });
  expect(make(goldenMember.update, { id, patch: { documents: { virtual: list } } }).state).toBe('blocked');
  expect(reads).toBeLessThan(100);
});

test('a message of what cannot be read holds no value', () => {
  const shown = JSON.stringify(make(update, { id, current: new Entity(), patch: new Entity() }));
  for (const value of ['Ann', 'a@b.example', 'another']) expect(shown).not.toContain(value);
});

test('an object that inherits from itself without end is given up soon', () => {
  let asked = 0;
  const endless: object = new Proxy(
    {},
    {
      getPrototypeOf: () => {
        asked += 1;
        if (asked > 1000) throw new RangeError('asked too often');
        return endless;
      },
    },
  );
  expect(make(update, { id, status: 'unverified', patch: endless }).state).toBe('blocked');
  expect(asked).toBeLessThan(200);
});

test('what is undefined is not there, however deep, as JSON has it', () => {
  const tags = [{ name: 'team', value: 'blue', note: undefined }];
  const planned = make(goldenMember.create, { patch: { firstName: 'Ann' }, native: { tags } });
  expect(planned.fields).toContainEqual(expect.objectContaining({ field: 'native.tags', verdict: 'send' }));
});
