import { expect, test } from 'vitest';
import { describeListenError } from './listen-error.ts';

test.each([
  [{ code: 'EADDRINUSE' }, 'port 80 is in use; choose another with --port'],
  [{ code: 'EACCES' }, 'port 80 needs more rights; choose one above 1023 with --port'],
  [{ code: 'EADDRNOTAVAIL' }, 'this machine has no such address; choose another with --host'],
  [{ code: 'ENOTFOUND' }, 'no address has this name; choose another with --host'],
  [{ code: 'ENOMEM' }, 'ENOMEM'],
  [{}, 'an unknown error'],
])('%j', (error, why) => {
  expect(describeListenError(error, { host: 'h', port: 80 })).toBe(`The mock cannot listen on h: ${why}.`);
});
