import './tell-errors.ts';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { make, providerSteps, tellMade } from './new-provider/make.ts';
import { readOptions } from './new-provider/options.ts';
import { planFiles } from './new-provider/plan-files.ts';

// Makes the files of a new provider from a contract: `npm run new-provider -- acme [--contract FILE]`.

const root = fileURLToPath(new URL('..', import.meta.url));
const options = readOptions(['specs', 'packages'].flatMap((folder) => readdirSync(root + folder)));
const { name, version } = options;
const planned = planFiles(options);
make(name, planned.files, providerSteps(name, version, planned.files));
tellMade(name, version, planned);
