import { expectSilence, plantedCalls, searchFaults } from './search-faults.ts';

expectSilence();
searchFaults(() => plantedCalls);
