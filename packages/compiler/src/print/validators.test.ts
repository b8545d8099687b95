import type { SchemaError, Validate } from '@amend/contract';
import { describe, expect, test } from 'vitest';
import * as validators from '../../golden/validators.js';

const [createRequest] = validators.createUser.request as [Validate];
const [personUpdate, businessUpdate] = validators.updateUser.request as [Validate, Validate];
const [userResponse] = validators.createUser.response as [Validate];
const [listResponse] = validators.listUsers.response as [Validate];

const errorsOf = (validate: Validate, value: unknown): SchemaError[] =>
  validate(value) ? [] : [...(validate.errors ?? [])];

/** `pointer keyword` of each error. */
const flawsOf = (validate: Validate, value: unknown): string[] =>
  errorsOf(validate, value).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

const create = { name: 'Rosa', kind: 'person', ssn: '000000000', birth_date: '2000-02-29' };
const user = { id: 'u1', status: 'OPEN' };
const employer = { city: 'Rome', country: 'IT', left_at: null, kind: 'client' };

describe('a request is strict', () => {
  test.each<[string, { given: object; want: string[] }]>([
    ['all is well', { given: create, want: [] }],
    ['null where it may stand', { given: { ...create, email: null }, want: [] }],
    [
      'a field that is not there',
      { given: { name: 'Rosa', kind: 'person', birth_date: '2000-01-01' }, want: [' required'] },
    ],
    ['an unknown field', { given: { ...create, nmae: 'Rosa' }, want: [' additionalProperties'] }],
    ['a name that every object inherits', { given: { ...create, toString: 'x' }, want: [' additionalProperties'] }],
    ['what the provider sets, by a reference', { given: { ...create, id: 'u1' }, want: ['/id readOnly'] }],
    ['what the provider sets', { given: { ...create, created_at: '2000' }, want: ['/created_at readOnly'] }],
    ['a wrong type', { given: { ...create, age: '20' }, want: ['/age type'] }],
    ['no whole number', { given: { ...create, age: 20.5 }, want: ['/age type'] }],
    ['an unknown enum value', { given: { ...create, kind: 'robot' }, want: ['/kind enum'] }],
    ['what may not be', { given: { ...create, nickname: 'admin' }, want: ['/nickname not'] }],
    ['another constant', { given: { ...create, version: 2 }, want: ['/version const'] }],
    ['another value than the only one', { given: { ...create, currency: 'EUR' }, want: ['/currency const'] }],
    ['a pattern', { given: { ...create, ssn: '00000000x' }, want: ['/ssn pattern'] }],
    ['a letter outside of ASCII', { given: { ...create, name: 'Zoë' }, want: [] }],
    ['40 letters of two code units each', { given: { ...create, name: '𝒜'.repeat(40) }, want: [] }],
    ['41 letters of two code units each', { given: { ...create, name: '𝒜'.repeat(41) }, want: ['/name maxLength'] }],
    ['a day that does not exist', { given: { ...create, birth_date: '2001-02-29' }, want: ['/birth_date format'] }],
    ['no e-mail address', { given: { ...create, email: 'rosa' }, want: ['/email format'] }],
    ['no UUID', { given: { ...create, parent: '1' }, want: ['/parent format'] }],
    ['limits', { given: { ...create, age: 17, tags: [] }, want: ['/age minimum', '/tags minItems'] }],
    ['the name of the map’s key', { given: { ...create, labels: { 'a/b~c': true } }, want: ['/labels/a~1b~0c type'] }],
    ['a name with a slash', { given: { ...create, 'address/home': {} }, want: ['/address~1home required'] }],
    [
      'all errors at once',
      { given: { ...create, name: 1, tags: ['', 2] }, want: ['/name type', '/tags/0 minLength', '/tags/1 type'] },
    ],
    ['if, then', { given: { ...create, kind: 'business' }, want: [' required', ' if'] }],
    ['if, else', { given: { name: 'Rosa', kind: 'person', ssn: '000000000' }, want: [' required', ' if'] }],
    [
      'neither of two',
      { given: { ...create, contact: 1 }, want: ['/contact type', '/contact type', '/contact oneOf'] },
    ],
  ])('%s', (_, { given, want }) => {
    expect(flawsOf(createRequest, given)).toEqual(want);
  });

  test('no object at all', () => {
    for (const value of [undefined, null, 1, 'text', [], [{}]])
      expect(flawsOf(createRequest, value)).toContain(' type');
  });

  test('each body has a validator by the name of its schema', () => {
    expect(validators.validateUserCreate).toBe(createRequest);
    expect(validators.validatePersonUpdate).toBe(personUpdate);
    expect(validators.validateBusinessUpdate).toBe(businessUpdate);
  });

  test('each alternative has a validator of its own', () => {
    expect(validators.updateUser.request).toHaveLength(2);
    expect(flawsOf(personUpdate, { api_key: 'k', name: 'Rosa' })).toEqual([]);
    expect(flawsOf(businessUpdate, { api_key: 'k', name: 'Rosa' })).toEqual([' additionalProperties']);
    expect(flawsOf(personUpdate, {})).toEqual([' minProperties', ' required']);
  });
});

describe('a response is tolerant', () => {
  test.each<[string, { given: object; want: string[] }]>([
    ['all is well', { given: user, want: [] }],
    ['an unknown field', { given: { ...user, mood: 'good' }, want: [] }],
    ['an unknown enum value', { given: { ...user, status: 'FROZEN', checks: { name: 'SKIPPED' } }, want: [] }],
    ['a field of which nothing is said, beside a map', { given: { ...user, checks: { note: 1 } }, want: [] }],
    ['formats and lengths', { given: { ...user, name: 'longer than ten', email: 'rosa', website: '?' }, want: [] }],
    ['a branch that is too short', { given: { ...user, status: 'DONE', name: '' }, want: [] }],
    ['a branch of an if', { given: { ...user, status: 'DONE' }, want: [' required', ' if'] }],
    ['a field that is not there', { given: { id: 'u1' }, want: [' required'] }],
    [
      'a wrong type',
      { given: { ...user, status: 1, checks: { name: 2 } }, want: ['/status type', '/checks/name type'] },
    ],
    ['another constant', { given: { ...user, outcome: 'error' }, want: ['/outcome const'] }],
    ['neither of two', { given: { ...user, origin: 1 }, want: ['/origin type', '/origin type', '/origin anyOf'] }],
    ['what is never returned', { given: { ...user, ssn: '000000000' }, want: ['/ssn writeOnly'] }],
    [
      'a user in a user',
      { given: { ...user, referred: [user, { id: 1 }] }, want: ['/referred/1 required', '/referred/1/id type'] },
    ],
  ])('%s', (_, { given, want }) => {
    expect(flawsOf(userResponse, given).sort()).toEqual(want.sort());
  });

  test.each<[string, { given: object; want: string[] }]>([
    ['a text', { given: { ...user, name: null, website: null }, want: [] }],
    ['a constant', { given: { ...user, outcome: null }, want: [] }],
    ['a list', { given: { ...user, referred: null }, want: [] }],
    ['an object', { given: { ...user, checks: null }, want: [] }],
    ['a value of a map', { given: { ...user, checks: { name: null } }, want: [] }],
    ['alternatives', { given: { ...user, origin: null }, want: [] }],
    ['what is never returned', { given: { ...user, ssn: null }, want: [] }],
    ['a property of an alternative', { given: { ...user, origin: { country: 'US', city: null } }, want: [] }],
    ['a property of an element', { given: { ...user, referred: [{ ...user, name: null }] }, want: [] }],
    ['a reference', { given: { ...user, employer: null }, want: [] }],
    ['a property behind a reference', { given: { ...user, employer: { ...employer, zip: null } }, want: [] }],
    [
      'a property of which an if speaks',
      { given: { ...user, employer: { ...employer, kind: null } }, want: ['/employer required', '/employer if'] },
    ],
  ])('null is as good as absent: %s', (_, { given, want }) => {
    expect(flawsOf(userResponse, given)).toEqual(want);
  });

  test.each<[string, { given: object; want: string[] }]>([
    ['what is required', { given: { ...user, id: null }, want: ['/id type'] }],
    ['what is required in an alternative', { given: { ...user, origin: { country: null } }, want: ['/origin anyOf'] }],
    [
      'what is required behind a reference',
      { given: { ...user, employer: { ...employer, city: null } }, want: ['/employer/city type'] },
    ],
    [
      'what is required beside a reference',
      { given: { ...user, employer: { ...employer, country: null } }, want: ['/employer/country type'] },
    ],
    ['what an if makes required', { given: { ...user, status: 'DONE', name: null }, want: ['/name type', ' if'] }],
    ['an element', { given: { ...user, referred: [null] }, want: ['/referred/0 type'] }],
    ['the whole', { given: null as never, want: [' type'] }],
  ])('null is refused: %s', (_, { given, want }) => {
    expect(flawsOf(userResponse, given)).toEqual(expect.arrayContaining(want));
  });

  test('what is required and may be null by the contract may be null', () => {
    expect(flawsOf(userResponse, { ...user, employer })).toEqual([]);
  });

  test('elements of a list', () => {
    expect(flawsOf(listResponse, [user, { ...user, id: 1 }, user, 2])).toEqual(['/1/id type', '/3 type']);
  });

  test('what an answer may not be is told exactly', () => {
    const [, error] = validators.createUser.error as [Validate, Validate];
    expect(flawsOf(error, { message: 'No' })).toEqual([]);
    expect(flawsOf(error, { message: 'OK' })).toEqual(['/message not']);
    expect(flawsOf(error, { message: 'No', id: 'u1' })).toEqual([' not']);
  });

  test('alternatives by status, by anyOf and by oneOf', () => {
    expect(validators.createUser.response).toHaveLength(1);
    expect(validators.createUser.error).toHaveLength(2);
    const [replaced] = validators.replaceUser.response as [Validate];
    // Both branches fit once they are tolerant.
    expect(flawsOf(replaced, { ...user, ticket: 't1' })).toEqual([]);
    expect(flawsOf(replaced, {})).toContain(' anyOf');
  });

  test('no body', () => {
    expect(validators.deleteUser).toMatchObject({ response: [] });
    expect(validators.deleteUser).not.toHaveProperty('request');
  });
});

test('the keys of an error are those of its type, and it holds no value', () => {
  const secret = 'planted-secret';
  const values = [
    Object.fromEntries(Object.keys(create).map((key) => [key, secret])),
    {
      ...create,
      email: secret,
      parent: secret,
      tags: [secret, { secret }],
      labels: { key: { secret } },
      contact: [secret],
    },
    { ...create, version: secret, currency: secret, id: secret, 'address/home': { city: [secret], zip: secret } },
    secret,
    [secret],
  ];
  for (const validate of [createRequest, personUpdate, businessUpdate, userResponse, listResponse])
    for (const value of values) {
      const errors = errorsOf(validate, value);
      for (const error of errors) expect(Object.keys(error).sort()).toEqual(['instancePath', 'keyword', 'params']);
      expect(JSON.stringify(errors)).not.toContain(secret);
    }
});

test('a call tells nothing of the call before it', () => {
  createRequest({});
  expect(createRequest(create)).toBe(true);
  expect(createRequest.errors).toEqual([]);
});

test('very long and very many values are told apart in linear time', () => {
  const size = 5_000_000;
  const long = 'a.'.repeat(size);
  const start = performance.now();
  expect(
    flawsOf(createRequest, {
      ...create,
      name: long,
      email: `${long}!`,
      birth_date: long,
      parent: long,
      ssn: long,
    }).sort(),
  ).toEqual([
    '/birth_date format',
    '/email format',
    '/name maxLength',
    '/name pattern',
    '/parent format',
    '/ssn maxLength',
    '/ssn pattern',
  ]);
  expect(
    errorsOf(
      listResponse,
      Array.from({ length: 100_000 }, () => ({})),
    ),
  ).toHaveLength(200);
  expect(performance.now() - start).toBeLessThan(5000);
});

describe('however much is wrong, a bounded number of errors is found by bounded work', () => {
  /** A list or an object that counts how often its elements are looked at. */
  const counted = <Value extends object>(value: Value): { value: Value; looks: () => number } => {
    let looks = 0;
    const count = () => {
      looks += 1;
    };
    return {
      value: new Proxy(value, {
        get: (target, name) => {
          if (name !== 'length') count();
          return Reflect.get(target, name);
        },
        getOwnPropertyDescriptor: (target, name) => {
          count();
          return Reflect.getOwnPropertyDescriptor(target, name);
        },
      }),
      looks: () => looks,
    };
  };

  const elements = Array.from({ length: 100_000 }, () => 0);
  const fields = Object.fromEntries(elements.map((_, index) => [`field${index}`, 0]));

  test.each<[string, Validate, object, place: (value: object) => unknown]>([
    ['elements of an answer', listResponse, elements, (value) => value],
    ['elements below an answer', userResponse, elements, (referred) => ({ ...user, referred })],
    ['elements of a request', createRequest, elements, (tags) => ({ ...create, tags })],
    ['values of a map', userResponse, fields, (checks) => ({ ...user, checks })],
    ['unknown fields', createRequest, fields, (value) => value],
  ])('%s', (_, validate, many, place) => {
    const { value, looks } = counted(many);
    const found = errorsOf(validate, place(value)).length;
    // What is missing beside them is told too.
    expect([found >= 200, found <= 205]).toEqual([true, true]);
    expect(looks()).toBeLessThan(2000);
  });

  test('a list that fits is taken whole', () => {
    expect(listResponse(Array.from({ length: 300 }, () => user))).toBe(true);
    expect(listResponse([...Array.from({ length: 300 }, () => user), 0])).toBe(false);
  });

  test('no alternative fits because those before it had too many errors', () => {
    const wrong = { ...user, referred: elements };
    expect(userResponse({ ...user, origin: { country: 'US', referred: elements } })).toBe(true);
    expect(userResponse({ ...wrong, origin: 1 })).toBe(false);
    expect(errorsOf(userResponse, { ...wrong, origin: 1 }).map(({ instancePath }) => instancePath)).toContain(
      '/origin',
    );
  });
});
