import './tell-errors.ts';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { make, providerSteps, tellMade } from './new-provider/make.ts';
import { readOptions } from './new-provider/options.ts';
import { planFiles } from './new-provider/plan-files.ts';

// Makes the files of a new provider from a contract: `npm run new-provider -- acme [--contract FILE]`.

const root = fileURLToPath(new URL('..', import.meta.url));
const options = readOptions(['specs', 'packages'].flatMap((folder) => readdirSync(root + folder)));
const { name, version, contract } = options;
const planned = planFiles(options);
const ours = `specs/${name}/${version}.yaml`;
// It is not there any more; the file that was given is.
make(name, planned.files, providerSteps(name, version, planned.files), (said) =>
  said.replaceAll(ours, contract ?? ours),
);
tellMade(name, version, planned);
