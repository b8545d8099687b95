import './tell-errors.ts';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { contracts } from '@amend/compiler/contracts';
import {
  differences,
  type Files,
  fingerprint,
  fingerprintName,
  readFolder,
  renderEditorSchema,
  renderProviderList,
  writeFolder,
} from '@amend/compiler/folder';
import { readArguments } from './read-arguments.ts';

// Writes what follows from the contracts: `node scripts/generate.ts [provider|amend|compiler ...] [--check] [--quiet]`.

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a package's folder has to hold; nothing if that is known to be there. */
const filesOf = async (name: string, found: Files, check: boolean): Promise<Files | undefined> => {
  if (name === 'amend') return { 'providers.ts': renderProviderList(contracts) };
  // For editors, which .vscode tells of it.
  if (name === 'compiler') return { 'contract.schema.json': renderEditorSchema() };
  const own = contracts.filter(({ provider }) => provider === name);
  if (!check && found[fingerprintName] === fingerprint(own, found)) return undefined;
  // Not needed where nothing has changed, and half a second to load; less once its code has been compiled.
  enableCompileCache();
  const { renderProvider } = await import('@amend/compiler/print');
  const files = await renderProvider(own);
  return check ? files : { ...files, [fingerprintName]: fingerprint(own, files) };
};

/** Whether the generated files are what the contracts say; writes them, unless they shall only be checked. */
const generate = async (name: string, check: boolean): Promise<boolean> => {
  const path = `packages/${name}/src/generated`;
  const found = readFolder(root + path);
  const files = await filesOf(name, found, check);
  const flaws = files ? differences(found, files) : [];
  if (check) {
    const wrong = flaws.filter((flaw) => flaw.path !== fingerprintName);
    for (const { path: file, flaw } of wrong) console.error(`${path}/${file}: ${flaw}`);
    return wrong.length === 0;
  }
  if (!files || flaws.length === 0) {
    if (!quiet) console.log(`${name}: nothing has changed`);
  } else {
    writeFolder(root + path, files);
    console.log(`${name}: ${Object.keys(files).filter((file) => file !== fingerprintName).length} files in ${path}`);
  }
  return true;
};

const { names, check, quiet } = readArguments({
  usage: 'Usage: npm run generate [-- PROVIDER ...] [--check] [--quiet]',
  options: { check: { type: 'boolean' }, quiet: { type: 'boolean' } },
  names: { what: 'provider', among: [...new Set([...contracts.map(({ provider }) => provider), 'amend', 'compiler'])] },
});
let isRight = true;
for (const name of names) isRight = (await generate(name, check)) && isRight;
if (!isRight) {
  console.error('The generated files are not what the contracts say; run `npm run generate`.');
  process.exitCode = 1;
}
