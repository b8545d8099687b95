import { providerNames } from 'amend/providers';
import { describe } from 'vitest';
import { proveTurns } from './testing/prove-turns.ts';

// For every rule of every contract: a mock in which that one says the opposite differs in that cell, and in no other.

describe.each(providerNames)('%s', (name) => proveTurns(name, 1));
