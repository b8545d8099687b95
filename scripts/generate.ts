import './tell-errors.ts';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { contracts } from '@amend/compiler/contracts';
import { differences, fingerprint, fingerprintName, readFolder, writeFolder } from '@amend/compiler/folder';
import { readArguments } from './read-arguments.ts';

// Writes what follows from the contracts: `node scripts/generate.ts [provider ...] [--check]`.

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether the generated files are what the contracts say; writes them, unless they shall only be checked. */
const generate = async (provider: string, check: boolean): Promise<boolean> => {
  const path = `packages/${provider}/src/generated`;
  const found = readFolder(root + path);
  const own = contracts.filter((contract) => contract.provider === provider);
  if (!check && found[fingerprintName] === fingerprint(own, found)) {
    console.log(`${provider}: nothing has changed`);
    return true;
  }
  // Not needed where nothing has changed, and half a second to load; less once its code has been compiled.
  enableCompileCache();
  const { renderProvider } = await import('@amend/compiler/print');
  const files = await renderProvider(own);
  if (!check) {
    writeFolder(root + path, { ...files, [fingerprintName]: fingerprint(own, files) });
    console.log(`${provider}: ${Object.keys(files).length} files in ${path}`);
    return true;
  }
  const flaws = differences(found, files).filter((flaw) => flaw.path !== fingerprintName);
  for (const flaw of flaws) console.error(`${path}/${flaw.path}: ${flaw.flaw}`);
  return flaws.length === 0;
};

const { names: providers, check } = readArguments({
  usage: 'Usage: npm run generate [-- PROVIDER ...] [--check]',
  options: { check: { type: 'boolean' } },
  names: { what: 'provider', among: [...new Set(contracts.map(({ provider }) => provider))] },
});
let isRight = true;
for (const provider of providers) isRight = (await generate(provider, check)) && isRight;
if (!isRight) {
  console.error('The generated files are not what the contracts say; run `npm run generate`.');
  process.exitCode = 1;
}
