import '../tell-errors.ts';
import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { startMock } from './mock.ts';
import { runWorkflows, type Target } from './run-workflows.ts';
import { readSandbox } from './sandbox.ts';
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

const run = async (): Promise<boolean> => {
  const { names, sandbox } = readArguments({
    usage: `Usage: npm run workflows -- [provider…] [--sandbox]

Runs the workflows of these providers, or of all, against a mock that checks signatures and keys.
With --sandbox, against the provider's sandbox, with credentials from the environment.`,
    options: { sandbox: { type: 'boolean' } },
    names: { what: 'workflow of', among: [...new Set(workflowFiles.map(({ provider }) => provider))] },
  });
  if (sandbox) {
    const target = await readSandbox(names, process.env);
    if ('problem' in target) throw new UsageError(target.problem);
    return runAll(names, target);
  }
  const mock = await startMock();
  try {
    return await runAll(names, mock);
  } finally {
    await mock.close();
  }
};

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (!stop.signal.aborted) throw error;
  process.exitCode = 130;
}
