import { describe, expect, test } from 'vitest';
import { errorCode } from './error-code.ts';

describe('a code is shown only if it is of the platform', () => {
  const cyclic = { cause: {} };
  cyclic.cause = cyclic;

  test.each<[string, unknown, string | undefined]>([
    ['a known one', { code: 'ECONNRESET' }, 'ECONNRESET'],
    ['of a cause', { cause: { cause: { code: 'ENOTFOUND' } } }, 'ENOTFOUND'],
    ['of several errors', { cause: { errors: [{ code: 'ECONNREFUSED' }, { code: 'ETIMEDOUT' }] } }, 'ECONNREFUSED'],
    ['behind one that is not', { code: 'E987654321', cause: { code: 'EPIPE' } }, 'EPIPE'],
    ['behind an empty one', { code: '', cause: { code: 'EPIPE' } }, 'EPIPE'],
    ['of a cause beside no errors', { errors: [], cause: { code: 'EPIPE' } }, 'EPIPE'],
    [
      'of a test that expects another call',
      { cause: { code: 'UND_MOCK_ERR_MOCK_NOT_MATCHED' } },
      'UND_MOCK_ERR_MOCK_NOT_MATCHED',
    ],
    ['with digits', { code: 'E987654321' }, undefined],
    ['of letters alone', { code: 'QWYZZKLAM' }, undefined],
    ['that only ends as one', { code: '9 ECONNRESET' }, undefined],
    ['that only begins as one', { code: 'ECONNRESET 9' }, undefined],
    ['of an object', { code: { toString: () => 'ECONNRESET' } }, undefined],
    ['a number', { code: 20 }, undefined],
    ['no error', 'ECONNRESET', undefined],
    ['nothing', undefined, undefined],
    ['causes in a circle', cyclic, undefined],
    [
      'a getter that throws',
      {
        get code() {
          throw new Error('s3cret');
        },
      },
      undefined,
    ],
  ])('%s', (_, error, want) => {
    expect(errorCode(error)).toBe(want);
  });
});
