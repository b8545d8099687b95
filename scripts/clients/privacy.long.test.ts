import { describe } from 'vitest';
import { isLarge } from './faults.ts';
import { expectSilence, firstPlanted, plantedCalls, searchFaults } from './search-faults.ts';

expectSilence();
searchFaults(plantedCalls.filter((call) => !firstPlanted.includes(call)));
describe('the first calls', () => searchFaults(firstPlanted, isLarge));
