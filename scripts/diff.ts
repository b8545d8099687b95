import './tell-errors.ts';
import { rootOf } from './diff/git.ts';
import { readOptions } from './diff/options.ts';
import { run } from './diff/run.ts';

// Says what a change of contracts or mapping breaks: `node scripts/diff.ts [base]`; --help tells the rest.

const options = readOptions();
const { code, stdout, stderr } = await run(rootOf(process.cwd()), options);
console.log(stdout);
process.stderr.write(stderr);
process.exitCode = code;
