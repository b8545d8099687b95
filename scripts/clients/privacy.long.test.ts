import { firstCalls } from './calls.ts';
import { expectSilence, plantedCalls, searchFaults } from './search-faults.ts';

expectSilence();
searchFaults(plantedCalls.filter(({ name }) => !firstCalls.some((first) => first.name === name)));
