import '../tell-errors.ts';
import { startMock } from './mock.ts';
import { runWorkflows, type Target } from './run-workflows.ts';
import { readSandbox } from './sandbox.ts';
import { readSettings, usage } from './settings.ts';
import { workflowFiles } from './workflows.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

/** Whether all have passed. What has not is printed as `redocly respect` reports it. */
const runAll = async (providers: readonly string[], target: Target): Promise<boolean> => {
  let passed = true;
  for (const file of workflowFiles.filter(({ provider }) => providers.includes(provider))) {
    process.stdout.write(`${file.path}: ${file.workflows.join(', ')} … `);
    const report = await runWorkflows(file, target, stop.signal);
    stop.signal.throwIfAborted();
    process.stdout.write(report.passed ? 'passed\n' : `failed\n${report.text}`);
    passed &&= report.passed;
  }
  return passed;
};

const run = async (args: readonly string[]): Promise<number> => {
  const settings = readSettings(args);
  if ('problem' in settings) {
    process.stderr.write(`${settings.problem}\n\n${usage}\n`);
    return 2;
  }
  const { providers, sandbox, help } = settings;
  if (help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (sandbox) {
    const target = readSandbox(providers, process.env);
    if (!('problem' in target)) return (await runAll(providers, target)) ? 0 : 1;
    process.stderr.write(`${target.problem}\n`);
    return 2;
  }
  const mock = await startMock();
  try {
    return (await runAll(providers, mock)) ? 0 : 1;
  } finally {
    await mock.close();
  }
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!stop.signal.aborted) throw error;
  process.exitCode = 130;
}
