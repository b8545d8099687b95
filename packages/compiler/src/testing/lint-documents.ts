import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Problem {
  ruleId: string;
  message: string;
  location: [{ source: { ref: string }; pointer?: string }];
}

const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
const plugin = fileURLToPath(new URL('../lint/plugin.ts', import.meta.url));

const run = (cwd: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [redocly, ...args], { cwd, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      // Exit code 1 tells of problems in a document, anything else of a broken run.
      error && error.code !== 1 ? reject(new Error(stderr)) : resolve({ stdout, stderr }),
    );
  });

/** Redocly prints one JSON object per document, one after the other. */
const reports = (output: string): { problems: Problem[] }[] =>
  output.split(/(?<=^})(?={)/m).map((report) => JSON.parse(report) as { problems: Problem[] });

/**
 * Lints documents with Redocly itself, in one run.
 *
 * @param documents OpenAPI text by name.
 * @param config The text of a redocly.yaml; `PLUGIN` in it stands for the path of our plugin.
 * @returns For each name its problems, as `rule pointer: message`.
 */
export const lintDocuments = async <Name extends string>(
  documents: Record<Name, string>,
  config: string,
): Promise<Record<Name, string[]>> => {
  const folder = await mkdtemp(join(tmpdir(), 'amend-lint-'));
  try {
    const names = Object.keys(documents) as Name[];
    await writeFile(join(folder, 'redocly.yaml'), `telemetry: off\n${config.replaceAll('PLUGIN', plugin)}`);
    for (const name of names) await writeFile(join(folder, `${name}.yaml`), documents[name]);
    const { stdout, stderr } = await run(
      folder,
      'lint',
      '--format=json',
      '--max-problems=1000',
      ...names.map((name) => `${name}.yaml`),
    );
    const verdicts = Object.fromEntries(names.map((name) => [name, [] as string[]])) as Record<Name, string[]>;
    const found = stdout ? reports(stdout) : [];
    // A document that cannot be read, or a rule that throws, ends the run with exit code 1 too.
    if (found.length !== names.length) throw new Error(`Redocly gave up: ${stderr}`);
    for (const { ruleId, message, location } of found.flatMap(({ problems }) => problems)) {
      const [{ source, pointer = '#/' }] = location;
      verdicts[source.ref.replace(/\.yaml$/, '') as Name].push(`${ruleId} ${pointer}: ${message}`);
    }
    return verdicts;
  } finally {
    await rm(folder, { recursive: true });
  }
};

interface Order {
  readonly rule: string;
  readonly documents: Readonly<Record<string, string>>;
}
const orders: Order[] = [];
let linted: Promise<Record<string, string[]>> | undefined;

const lintOrders = (): Promise<Record<string, string[]>> => {
  const documents = orders.flatMap(({ documents }, order) =>
    Object.entries(documents).map(([name, text]) => [`${order}-${name}`, text] as const),
  );
  const rules = new Set(orders.map(({ rule }) => `  amend/${rule}: error\n`));
  return lintDocuments(Object.fromEntries(documents), `plugins: [PLUGIN]\nrules:\n${[...rules].join('')}`);
};

/**
 * Lints documents for one of our rules: in one run with all that others have ordered until somebody asks.
 *
 * @returns Asks for each document's problems, without the rule's own name.
 */
export const lintLater = <Name extends string>(rule: string, documents: Record<Name, string>) => {
  const order = orders.push({ rule, documents }) - 1;
  const start = `amend/${rule} `;
  return async (): Promise<Record<Name, string[]>> => {
    linted ??= lintOrders();
    const verdicts = await linted;
    const own = (Object.keys(documents) as Name[]).map((name) => {
      const lines = verdicts[`${order}-${name}`] ?? [];
      return [name, lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))];
    });
    return Object.fromEntries(own);
  };
};
