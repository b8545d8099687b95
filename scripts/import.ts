import './tell-errors.ts';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { visible } from '@amend/client/visible';
import { ContractError } from '@amend/compiler/contract-error';
import { readOptions } from './import/options.ts';
import { importContract, listFile } from './import/run.ts';
import { pathsOf, writeImported } from './import/write.ts';
import { contractSteps, make, providerSteps, tellMade } from './new-provider/make.ts';
import { planFiles } from './new-provider/plan-files.ts';
import { nameFlaw } from './new-provider/provider-name.ts';
import { UsageError } from './usage-error.ts';

// Makes a contract from a provider's own document: `npm run import -- FILE --provider acme --operation updateCustomer`.

const root = fileURLToPath(new URL('..', import.meta.url));
const options = readOptions();
const { version, provider: name = '' } = options;
const contract = { name: `${name}@${version}`, provider: name, version, path: `specs/${name}/${version}.yaml` };
const paths = pathsOf(contract);

const importIt = async (): Promise<void> => {
  const isKnown = existsSync(root + paths.decisions);
  const taken = isKnown ? [] : ['specs', 'packages'].flatMap((folder) => readdirSync(root + folder));
  const flaw = nameFlaw(name, taken);
  if (flaw) throw new UsageError(`${name} ${flaw}; choose another name, such as acme.`);
  const imported = await importContract({ ...options, provider: name }, root + paths.decisions);
  const changes = await writeImported(root, contract, imported);
  const { open, gone, otherwise, dropped } = imported;
  const say = (title: string, lines: readonly string[]) =>
    lines.length > 0 && console.log(visible(`${title}\n${lines.map((line) => `  ${line}`).join('\n')}\n`));
  say('Left out, or made simpler:', dropped);
  say('What the provider has changed:', changes.split('\n').filter(Boolean));
  say('Decided otherwise than the document states:', otherwise);
  say('Decided before, and not asked any more:', gone);
  if (open.length === 0) {
    if (existsSync(`${root}packages/${name}`)) make(name, {}, contractSteps(name, version));
    else {
      const planned = planFiles({ name, version, contract: root + paths.contract });
      make(name, planned.files, providerSteps(name, version, planned.files));
      tellMade(name, version, planned);
    }
  }
  console.log(`${paths.contract} is written; ${paths.decisions} holds the decisions.`);
  console.log(`${open.length} of them ${open.length === 1 ? 'is' : 'are'} open.`);
};

try {
  if (options.list) console.log(visible(await listFile(options.file ?? '', options.drop)));
  else await importIt();
} catch (error) {
  // What is wrong with what was given is no fault of ours.
  throw error instanceof ContractError ? new UsageError(error.message) : error;
}
