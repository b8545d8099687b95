import { firstCalls } from './calls.ts';
import { isLarge } from './faults.ts';
import { tryFaults } from './try-faults.ts';

// What faults.test.ts has no time for.
await tryFaults(firstCalls, isLarge);
