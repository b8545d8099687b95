import { expect, test } from 'vitest';
import { toJson } from './json.ts';

test.each([() => 'Jane', Symbol('x'), { toJSON: () => undefined }])('%o is no JSON', (value) => {
  expect(() => toJson(value)).toThrow(new TypeError('It is no JSON.'));
});
