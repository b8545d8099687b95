import { expect, test } from 'vitest';
import type { Codec } from './codec.ts';
import {
  boolean,
  documentNumber,
  e164,
  e164ToDigits,
  e164ToUs10,
  integerToText,
  isoDate,
  pastDate,
  readOnly,
  ssnDigits,
  text,
  textOrEmpty,
} from './codecs.ts';

const context = { today: '2026-11-22' };
const refused = Symbol('refused');

test.each<[codec: Codec, value: unknown, wire: unknown]>([
  [text, 'Jane', 'Jane'],
  [text, '', refused],
  [text, ' \n', refused],
  [textOrEmpty, '', ''],
  [textOrEmpty, ' ', refused],
  [textOrEmpty, null, refused],
  [text, 5, refused],
  [textOrEmpty, 'Jane', 'Jane'],
  [textOrEmpty, 'Zoë', 'Zoë'],
  [textOrEmpty, 'Zoë\n', refused],
  [readOnly, 'Jane', refused],
  [boolean, true, true],
  [boolean, false, false],
  [boolean, 'true', refused],
  [boolean, null, refused],
  [e164, '+12105550132', '+12105550132'],
  [e164, '12105550132', refused],
  [e164, '+0123', refused],
  [e164, '+1234567890123456', refused],
  [e164, '+123456789012345', '+123456789012345'],
  [e164, '+12', '+12'],
  [e164, '+1', refused],
  [e164, 'tel:+12105550132', refused],
  [e164, '+12105550132;ext=1', refused],
  [e164, ['+12105550132'], refused],
  [e164ToUs10, '+12105550132', '2105550132'],
  [e164ToUs10, '+23279123456', refused],
  [e164ToUs10, '+121055501321', refused],
  [e164ToUs10, '+1210555013', refused],
  [e164ToUs10, 'tel:+12105550132', refused],
  [e164ToUs10, ['+12105550132'], refused],
  [e164ToDigits, '+12105550132', '2105550132'],
  [e164ToDigits, '+23279123456', '23279123456'],
  [e164ToDigits, '+121055501321', refused],
  [e164ToDigits, '+1210555013', refused],
  [e164ToDigits, '+4412345678', refused],
  [e164ToDigits, '+44123456789', '44123456789'],
  [e164ToDigits, 'Jane', refused],
  [e164ToDigits, '+44123456', refused],
  [isoDate, '2024-02-29', '2024-02-29'],
  [isoDate, '2023-02-29', refused],
  [isoDate, '1900-02-29', refused],
  [isoDate, '2000-02-29', '2000-02-29'],
  [isoDate, '2023-04-31', refused],
  [isoDate, '2023-12-31', '2023-12-31'],
  [isoDate, '2023-13-01', refused],
  [isoDate, '2023-00-10', refused],
  [isoDate, '2023-01-00', refused],
  [isoDate, '0000-01-01', '0000-01-01'],
  [pastDate, '2026-11-22', '2026-11-22'],
  [pastDate, '2026-11-23', refused],
  [pastDate, '2000-01-01', '2000-01-01'],
  [pastDate, '2000-13-01', refused],
  [isoDate, '2024-02-30', refused],
  [isoDate, '2023-02-28', '2023-02-28'],
  [isoDate, '2023-12-32', refused],
  [isoDate, 'on 2023-12-31', refused],
  [isoDate, '2023-12-311', refused],
  [isoDate, 'x2023-12-31', refused],
  [isoDate, '2023-12-010', refused],
  [isoDate, '2023-12-01\n', refused],
  [isoDate, ['2023-12-31'], refused],
  [isoDate, '2024-2-9', refused],
  [isoDate, '2024-02-09T00:00:00Z', refused],
  [ssnDigits, '111223333', '111223333'],
  [ssnDigits, '111-22-3333', '111223333'],
  [ssnDigits, '111-223333', refused],
  [ssnDigits, '11122-3333', refused],
  [ssnDigits, '1112233334', refused],
  [ssnDigits, '0111223333', refused],
  [ssnDigits, 111223333, refused],
  [ssnDigits, ['111223333'], refused],
  [ssnDigits, '*****1112', refused],
  [ssnDigits, { masked: '*****1112' }, refused],
  [documentNumber, 'X1234567', 'X1234567'],
  [documentNumber, '*****1112', refused],
  [documentNumber, '', refused],
  [documentNumber, ' ', refused],
  [documentNumber, 5, refused],
  [documentNumber, { masked: '*****1112' }, refused],
  [documentNumber, 'X1234567\n', refused],
  [integerToText, 122, '122'],
  [integerToText, -1, refused],
  [integerToText, 1.5, refused],
  [integerToText, '122', refused],
  [integerToText, 0, '0'],
  [integerToText, 2 ** 53, refused],
  [integerToText, Number.NaN, refused],
])('$0.name writes %#', (codec, value, wire) => {
  const encoded = codec.encode(value, context);
  expect('wire' in encoded ? encoded.wire : refused).toEqual(wire);
});

test.each<[codec: Codec, wire: unknown, value: unknown]>([
  [text, 'Jane', 'Jane'],
  [text, ' Jane\n', ' Jane\n'],
  [text, ' ', undefined],
  [text, 5, undefined],
  [text, ['Jane'], undefined],
  [textOrEmpty, '', ''],
  [textOrEmpty, 'Jane', 'Jane'],
  [textOrEmpty, ' ', undefined],
  [readOnly, 'Jane', 'Jane'],
  [boolean, true, true],
  [boolean, false, false],
  [boolean, 'true', undefined],
  [e164, '+12105550132', '+12105550132'],
  [e164, '2105550132', undefined],
  [e164, ['+12105550132'], undefined],
  [e164ToUs10, '+12105550132', '+12105550132'],
  [e164ToUs10, '2105550132', '+12105550132'],
  [e164ToUs10, '12105550132', undefined],
  [e164ToUs10, 'tel:2105550132', undefined],
  [e164ToUs10, '21055501321', undefined],
  [e164ToUs10, '210555013', undefined],
  [e164ToUs10, 2105550132, undefined],
  [e164ToDigits, '222222222', undefined],
  [e164ToDigits, '0123456789012', undefined],
  [e164ToDigits, '2105550132', '+12105550132'],
  [e164ToDigits, '23279123456', '+23279123456'],
  [e164ToDigits, '1234567890123456', undefined],
  [e164ToDigits, '+2105550132', undefined],
  [e164ToDigits, 2105550132, undefined],
  [isoDate, '2023-12-31', '2023-12-31'],
  [isoDate, '2023-02-29', undefined],
  [pastDate, '2999-12-31', '2999-12-31'],
  [integerToText, 122, 122],
  [integerToText, '122', 122],
  [integerToText, '1e3', undefined],
  [integerToText, '0', 0],
  [integerToText, -1, undefined],
  [integerToText, 1.5, undefined],
  [integerToText, '-1', undefined],
  [integerToText, '1.5', undefined],
  [integerToText, true, undefined],
  [integerToText, ['122'], undefined],
  [integerToText, '9007199254740991', 9007199254740991],
  [integerToText, '9007199254740993', undefined],
  [integerToText, '00000000000000001', undefined],
  [documentNumber, '*****1112', { masked: '*****1112' }],
  [documentNumber, 'X1234567', 'X1234567'],
  [documentNumber, 5, undefined],
  [ssnDigits, '111223333', undefined],
])('$0.name reads %#', (codec, wire, value) => {
  expect(codec.decode(wire)).toEqual(value);
});

test.each<[codec: Codec, value: unknown, issue: string]>([
  [text, '', 'must be text, and not empty'],
  [text, 5, 'must be text, and not empty'],
  [text, 'Jane\n', 'holds a control or direction sign, a line break or half a character; leave that out'],
  [textOrEmpty, ' ', 'must be text'],
  [textOrEmpty, 'Jane\n', 'holds a control or direction sign, a line break or half a character; leave that out'],
  [readOnly, 'Jane', 'is set by the provider; leave it out'],
  [boolean, 1, 'must be true or false'],
  [e164, '1', 'must be an E.164 number, a plus sign and digits'],
  [e164ToUs10, '1', 'must be a US number in E.164, +1 and 10 digits'],
  [e164ToDigits, '1', 'must be an E.164 number, a plus sign and digits'],
  [e164ToDigits, '+1210555013', 'must have 10 digits after +1'],
  [e164ToDigits, '+441234567', 'must have at least 10 digits with its country code'],
  [e164ToDigits, '+4412345678', 'has 10 digits with its country code, which this provider takes for a US number'],
  [isoDate, '1', 'must be a date, YYYY-MM-DD'],
  [pastDate, '1', 'must be a date, YYYY-MM-DD'],
  [pastDate, '2026-11-23', 'must not be in the future'],
  [ssnDigits, '1', 'must be nine digits, with or without dashes; a masked number cannot be written'],
  [documentNumber, '***', 'must be text, and not masked: a masked number cannot be written'],
  [documentNumber, 'X\n', 'holds a control or direction sign, a line break or half a character; leave that out'],
  [integerToText, 1.5, 'must be a whole number from 0'],
])('$0.name says what is wrong with %j', (codec, value, issue) => {
  expect(codec.encode(value, context)).toEqual({ issue });
});

test.each(['', 'today', '2026-11-31'])('where today is %j, no date has come', (today) => {
  expect(pastDate.encode('2000-01-01', { today })).toEqual({ issue: 'must not be in the future' });
});

test('what is written as it is, is told to be so', () => {
  const asItIs = [text, textOrEmpty, readOnly, boolean, e164, isoDate, pastDate, documentNumber];
  for (const codec of asItIs) expect(codec.asItIs).toBe(true);
  for (const codec of [e164ToUs10, e164ToDigits, ssnDigits, integerToText]) expect(codec.asItIs).toBeUndefined();
  expect(ssnDigits.loss).toBe('comes back masked, if at all');
});

test('a number and its digits are the same number', () => {
  expect(integerToText.normal?.(122)).toBe(integerToText.normal?.('122'));
});

test.each([text, textOrEmpty, e164, e164ToUs10, e164ToDigits, isoDate, ssnDigits, documentNumber, integerToText])(
  '$name takes no longer than a long text is',
  ({ encode, decode }) => {
    for (const unit of ['X', 'X-', '1', '-', '+1']) {
      const long = `${unit.repeat(300_000)}!`;
      expect(() => [encode(long, context), decode(long)]).not.toThrow();
    }
  },
);
