import { calls, firstCalls } from './calls.ts';
import { tryFaults } from './try-faults.ts';

await tryFaults(calls.filter((call) => !firstCalls.includes(call)));
