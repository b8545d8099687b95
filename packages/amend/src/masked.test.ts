import fc from 'fast-check';
import { expect, test } from 'vitest';
import { make, verdicts } from '../test-data/make.ts';
import { goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';

const id = 'user_abc123';
const numberOf = (number: string) => ({ documents: { virtual: [{ type: 'PASSPORT', number }] } });

const expectMasked = (number: string) => {
  const planned = make(goldenPerson.update, { id, status: 'unverified', patch: numberOf(number) });
  expect(verdicts(planned), number).toEqual({ 'documents.virtual[0]': 'invalid' });
  const answer = { numbers: [{ kind: 'PASSPORT', value: number }] };
  expect(toUser(goldenPerson.update, answer)).toMatchObject(numberOf({ masked: number } as never));
};

// What is shown in place of a number, as it stands in answers: nothing here was hidden afterwards.
const masks = `REDACTED redacted [REDACTED] ssn-redacted MASKED-1112 <hidden> Withheld ×××××1112 ·····1112 ■■■■■1112
  ＸＸＸＸ1112 ?????1112 ???-??-1112 ***-**-1112 ＊＊＊1112 ⁎⁎⁎1112 ••••1112 ․․․․1112 …1112 ____1112 ====1112 ~~~~1112
  *****1112 ###-##-1112 ●●●●1112 ---1112 █████1112 ░░░░1112 ◆◆◆◆1112
  XXXX XXX-XX-1112 XXX.XX.1112 XXX/XX/1112 XXXX-XXXX-1112 xxxxx1112 1112XXXX 12XXXX34 123-XX-XXXX
  ХХХХХ1112 ΧΧΧΧ1112 ⅩⅩⅩⅩ1112 𝗫𝗫𝗫𝗫1112 ––––1112 <<<<1112`;

test.each(masks.split(/\s+/))('%s is a mask, and no number', (mask) => expectMasked(mask));

test.each([
  ...'XX1234567 X1234567L XXX1234567 A1 C01X00T47 12.345.678/0001-95 123.456.789-09 131052+308T D23145890< A1234<<<<'.split(
    ' ',
  ),
  ...'S-123-456-789-012 XAXX010101000 0000000012 Ñ1234567 А123456БВ 京A12345 O’Brien12 ١٢٣٤٥٦ №1234567'.split(' '),
  'MH12 20110012345',
  'W123-4567-8901-23',
  'PRIVATEER 12',
  'UNMASKED 12',
])('%s is a number, and no mask', (number) => {
  const planned = make(goldenPerson.update, { id, status: 'unverified', patch: numberOf(number) });
  expect(verdicts(planned)).toEqual({ 'documents.virtual[0]': 'send' });
});

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });

const signs = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
  /^(?!<)[\p{P}\p{S}]$/u.test(one),
);

test('any sign that is repeated before, behind or between the digits that are shown is a mask', () => {
  const sign = fc.oneof(fc.constantFrom(...'*#?_=~.-•·■×XxＸ█▒◼☓✕●○◦!@%^&+:;|'), fc.constantFrom(...signs));
  const mask = fc
    .tuple(digits(0, 4), sign, fc.integer({ min: 4, max: 9 }), digits(0, 4))
    .map(([before, fill, times, after]) => before + fill.repeat(times) + after);
  fc.assert(fc.property(mask, expectMasked), { numRuns: 500 });
});

test('no number in the form of a country’s documents is a mask', () => {
  const letters = (max: number) =>
    fc.string({ unit: fc.constantFrom(...'ABCXYZabcxÑЖ'), maxLength: max }).filter((word) => !/[Xx]{4}/.test(word));
  const separator = fc.constantFrom('', '', '-', ' ', '/', '.');
  const number = fc
    .tuple(letters(3), separator, digits(3, 6), separator, digits(2, 6), separator, letters(2))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(number, (each) => {
      const planned = make(goldenPerson.update, { id, status: 'unverified', patch: numberOf(each) });
      expect(verdicts(planned), each).toEqual({ 'documents.virtual[0]': 'send' });
    }),
    { numRuns: 500 },
  );
});
