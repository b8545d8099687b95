import { describe } from 'vitest';
import { proveResumed } from './testing/prove-resumed.ts';

// More moments than endurance.test.ts has time for.
describe('one that dies half-way', () => proveResumed('machnet', [1, 4, 9, 20, 70, 100]));
