import { expect, test } from 'vitest';
import type { Codec } from './codec.ts';
import {
  documentNumber,
  e164,
  e164ToDigits,
  e164ToUs10,
  integerToText,
  isoDate,
  pastDate,
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
  [e164, '+12105550132', '+12105550132'],
  [e164, '12105550132', refused],
  [e164, '+0123', refused],
  [e164, '+1234567890123456', refused],
  [e164ToUs10, '+12105550132', '2105550132'],
  [e164ToUs10, '+23279123456', refused],
  [e164ToDigits, '+12105550132', '2105550132'],
  [e164ToDigits, '+23279123456', '23279123456'],
  [e164ToDigits, '+121055501321', refused],
  [e164ToDigits, '+4412345678', refused],
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
  [isoDate, '2024-2-9', refused],
  [isoDate, '2024-02-09T00:00:00Z', refused],
  [ssnDigits, '111223333', '111223333'],
  [ssnDigits, '111-22-3333', '111223333'],
  [ssnDigits, '111-223333', refused],
  [ssnDigits, '*****1112', refused],
  [ssnDigits, { masked: '*****1112' }, refused],
  [documentNumber, 'X1234567', 'X1234567'],
  [documentNumber, '*****1112', refused],
  [documentNumber, '', refused],
  [integerToText, 122, '122'],
  [integerToText, -1, refused],
  [integerToText, 1.5, refused],
  [integerToText, '122', refused],
])('$0.name writes %#', (codec, value, wire) => {
  const encoded = codec.encode(value, context);
  expect('wire' in encoded ? encoded.wire : refused).toEqual(wire);
});

test.each<[codec: Codec, wire: unknown, value: unknown]>([
  [e164ToUs10, '+12105550132', '+12105550132'],
  [e164ToDigits, '222222222', undefined],
  [e164ToDigits, '0123456789012', undefined],
  [integerToText, 122, 122],
  [integerToText, '122', 122],
  [integerToText, '1e3', undefined],
  [documentNumber, '*****1112', { masked: '*****1112' }],
  [ssnDigits, '111223333', undefined],
])('$0.name reads %#', (codec, wire, value) => {
  expect(codec.decode(wire)).toEqual(value);
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
