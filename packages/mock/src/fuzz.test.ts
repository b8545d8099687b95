import { test } from 'vitest';
import { fuzz } from './testing/fuzz.ts';

test('100 requests: every answer fits its contract, in time, and none is an unasked 5xx', () => fuzz(100, 1));
