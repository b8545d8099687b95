import './tell-errors.ts';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contracts } from '@amend/compiler/contracts';
import { differences, fingerprint, fingerprintName, readFolder, writeFolder } from '@amend/compiler/folder';
import { closest } from 'fastest-levenshtein';
import { UsageError } from './usage-error.ts';

// Writes what follows from the contracts: `node scripts/generate.ts [provider ...] [--check]`.

const root = fileURLToPath(new URL('..', import.meta.url));
const allProviders = [...new Set(contracts.map(({ provider }) => provider))];

const readArguments = (): { providers: string[]; check: boolean } => {
  // pnpm hands on the `--` that npm takes for itself.
  const args = process.argv.slice(2).filter((arg) => arg !== '--');
  const { tokens, positionals, values } = parseArgs({
    args,
    options: { check: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens)
    if (token.kind === 'option' && (token.name !== 'check' || token.value !== undefined))
      throw new UsageError(`There is no option ${args[token.index]}; did you mean --check?`);
  for (const name of positionals)
    if (!allProviders.includes(name))
      throw new UsageError(
        `There is no provider ${name}; did you mean ${closest(name, allProviders)}? (${allProviders.join(', ')})`,
      );
  return { providers: positionals.length > 0 ? [...new Set(positionals)] : allProviders, check: values.check === true };
};

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

const { providers, check } = readArguments();
let isRight = true;
for (const provider of providers) isRight = (await generate(provider, check)) && isRight;
if (!isRight) {
  console.error('The generated files are not what the contracts say; run `npm run generate`.');
  process.exitCode = 1;
}
