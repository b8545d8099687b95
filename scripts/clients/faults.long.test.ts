import { calls } from './calls.ts';
import { tryFaults } from './try-faults.ts';

await tryFaults(() => calls);
