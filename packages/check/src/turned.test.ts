import { providerNames } from 'amend/providers';
import { describe } from 'vitest';
import { proveTurns } from './testing/prove-turns.ts';

// A part of turned.long.test.ts, which turns every rule.

describe.each(providerNames)('%s', (name) => proveTurns(name, 96));
