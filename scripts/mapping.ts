import './tell-errors.ts';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contracts } from '@amend/compiler/contracts';
import { mappingPath } from './diff/mapping.ts';
import { mappingText } from './diff/mapping-file.ts';
import { readArguments } from './read-arguments.ts';

// Writes down what the mappings do, for `contracts:diff` to compare: `npm run mapping [-- PROVIDER ...]`.

const { names } = readArguments({
  usage: 'Usage: npm run mapping [-- PROVIDER ...]',
  names: { what: 'provider', among: [...new Set(contracts.map(({ provider }) => provider))] },
});
const root = new URL('../', import.meta.url);
for (const name of names) writeFileSync(fileURLToPath(new URL(mappingPath(name), root)), await mappingText(name));
