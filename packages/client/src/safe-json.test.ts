import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSafely } from './safe-json.ts';

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

test('parses what JSON.parse would parse alike', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      const parsed = parseSafely(text);
      // fast-check's texts may hold what is refused below.
      if ('value' in parsed) expect(parsed.value).toEqual(JSON.parse(text));
      else expect(parsed.flaw).toMatch(/^(forbidden key|number out of range)$/);
    }),
    { numRuns: 200 * times },
  );
});

test.each([
  ['', 'no JSON'],
  ['<html>', 'no JSON'],
  ['{"a":1', 'no JSON'],
  ['S123456789', 'no JSON'],
  ['{"__proto__":{"admin":true}}', 'forbidden key'],
  ['{"a":[{"__proto__":1}]}', 'forbidden key'],
  ['{"\\u005f_proto__":1}', 'forbidden key'],
  ['{"kyc_status":"rejected","kyc_status":"verified"}', 'duplicate key'],
  ['{"a":1,"b":{"a":2},"\\u0061":3}', 'duplicate key'],
  ['{"app_user_id":9007199254740993}', 'number out of range'],
  ['[-9007199254740992]', 'number out of range'],
  ['[1e400]', 'number out of range'],
  [`${'['.repeat(65)}${']'.repeat(65)}`, 'too deep'],
  [`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, 'too deep'],
])('refuses %.60s', (text, flaw) => {
  expect(parseSafely(text)).toEqual({ flaw });
});

test.each([
  ['null', null],
  ['9007199254740991', 9_007_199_254_740_991],
  ['0.1', 0.1],
  ['1e3', 1000],
  ['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
  ['{"a":"__proto__"}', { a: '__proto__' }],
  ['{"a":"{\\"a\\":1,\\"a\\":2}"}', { a: '{"a":1,"a":2}' }],
  [`${'['.repeat(64)}${']'.repeat(64)}`, JSON.parse(`${'['.repeat(64)}${']'.repeat(64)}`)],
  [`"${'x'.repeat(5_000_000)}"`, 'x'.repeat(5_000_000)],
  [`"${'\\n'.repeat(1_000_000)}"`, '\n'.repeat(1_000_000)],
])('takes %.60s', (text, value) => {
  expect(parseSafely(text)).toEqual({ value });
});

test('counts values, wherever they are and whatever texts hold, before anything is made of them', () => {
  const text = '[{"a":{"b":":,[{"}},{"c\\":,":[]},7]';
  expect(parseSafely(text, 8)).toEqual({ value: JSON.parse(text) });
  expect(parseSafely(text, 7)).toEqual({ flaw: 'too many values' });
  expect(parseSafely('{"a":1,"b":', 2)).toEqual({ flaw: 'too many values' });
  for (const wide of ['[0,0,0]', '[{},{},{}]', '[[],[],[]]', '{"a":0,"b":0,"c":0}'])
    expect(parseSafely(wide, 3)).toEqual({ flaw: 'too many values' });
});
