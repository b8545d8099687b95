import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseYaml } from '@amend/compiler/read';
import { describe, expect, test } from 'vitest';

// What runs on CI and on a developer's machine is the very thing that was looked at.

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: unknown;
  readonly if?: string;
}
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = globSync(['.github/workflows/*', 'packages/examples/workflows/*'], { cwd: root });

describe.each(workflows)('%s', (path) => {
  const text = read(path);
  const { permissions, jobs } = parseYaml(path, text).document as unknown as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('may read the repository; who may write a comment runs nothing of the change, and none of a fork', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs).filter((each) => each.permissions !== undefined)) {
      expect(job.permissions).toEqual({ 'pull-requests': 'write' });
      expect(job.if).toContain('github.event.pull_request.head.repo.full_name == github.repository');
      expect(job.steps.filter(({ uses, run = '' }) => uses || /\b(node|npm|pnpm|git)\b/.test(run))).toEqual([]);
    }
  });

  test('puts nothing of a change into a script', () => {
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  test('takes each action by its full commit, and says which version that is', () => {
    const lines = text.match(/^.*\buses:.*$/gm) ?? [];
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses).length);
    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('leaves no credentials behind a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).not.toEqual([]);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('fetches no program by its name alone', () => {
    expect(steps.filter(({ run = '' }) => /\b(npx|dlx|npm exec|npm i|npm install|curl|wget)\b/.test(run))).toEqual([]);
  });
});

test('the package manager is pinned by the hash that the lockfile has for it', () => {
  const { packageManager } = JSON.parse(read('package.json'));
  const [, version = '', hash = ''] = /^pnpm@([\d.]+)\+sha512\.([\da-f]+)$/.exec(packageManager) ?? [];
  const { document } = parseYaml('pnpm-lock.yaml', read('pnpm-lock.yaml'));
  const integrity = `sha512-${Buffer.from(hash, 'hex').toString('base64')}`;
  expect(document).toMatchObject({ packages: { [`pnpm@${version}`]: { resolution: { integrity } } } });
});

const pages = globSync(['*.md', 'specs/*.md', 'packages/*/README.md'], { cwd: root });

test("a README that runs somebody else's program names its version", () => {
  const calls = pages.flatMap((path) => [...read(path).matchAll(/\bnpx (?:--?\S+ )*(\S+)/g)].map(([, name]) => name));
  const foreign = calls.filter((name) => name?.startsWith('@'));
  expect(foreign).not.toEqual([]);
  expect(foreign.filter((name) => !/^@[\w-]+\/[\w-]+@\d+\.\d+\.\d+$/.test(name ?? ''))).toEqual([]);
});
