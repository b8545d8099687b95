import fc from 'fast-check';
import { isFields } from '../json.ts';

/** What stands in the place of a value: near to what is right, or far from it. */
const strangeValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    '',
    ' ',
    'x',
    'US',
    'us',
    'USA',
    '2024-02-30',
    '2024-02-29',
    '1990/04/15',
    '12345',
    '1234567890',
    '+12125551234',
    'a@b',
    'a@example.com',
    'A@EXAMPLE.COM',
    '\u00e9@example.com',
    '550371f4-b6cc-4402-9382-ffecf487d4db',
    'urn:uuid:550371f4-b6cc-4402-9382-ffecf487d4db',
    "O'Neil",
    'O\u2019Neil',
    'Jos\u00e9',
    '\ud83d\ude00',
    'SSN',
    [],
    {},
    [null],
    [{}],
    [{ document_type: 'SSN', document_value: '1' }],
    { city: 'x' },
  ),
  fc.string({ maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const strangeKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'o\u2019brien', '', 'id', 'business', 'ssn', 'status'),
  fc.string({ maxLength: 12 }),
);

/** Sets an own property, whatever its name. */
const withOwn = (object: object, key: string, value: unknown): object => {
  const copy = { ...object };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
};

type Change = { at: number; deep: boolean; what: 'drop' | 'set' | 'add'; key: string; value: unknown };

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  deep: fc.boolean(),
  what: fc.constantFrom('drop', 'set', 'set', 'add'),
  key: strangeKey,
  value: strangeValue,
});

const apply = (body: unknown, step: Change): unknown => {
  if (Array.isArray(body))
    return body.map((element, index) => (index === step.at % body.length ? apply(element, step) : element));
  if (!isFields(body)) return step.value;
  const keys = Object.keys(body);
  const key = keys[step.at % Math.max(keys.length, 1)];
  if (step.what === 'add' || key === undefined) return withOwn(body, step.key, step.value);
  const child = body[key];
  if (step.deep && typeof child === 'object' && child !== null) return withOwn(body, key, apply(child, step));
  if (step.what === 'set') return withOwn(body, key, step.value);
  const { [key]: _, ...others } = body;
  return others;
};

/** Bodies like the examples: as they are, or a few steps away from one. */
export const bodiesLike = (examples: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.constantFrom(...examples), fc.array(change, { maxLength: 3 }))
        .map(([body, steps]) => steps.reduce(apply, body)),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
