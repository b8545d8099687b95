import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

// Each rule that keeps changes safe is taken away, in a copy, and the simulation has to notice.

const folder = fileURLToPath(new URL('..', import.meta.url));
const copies = mkdtempSync(join(folder, '.mutants-'));
afterAll(() => rmSync(copies, { recursive: true }));

const run = promisify(execFile);

interface Mutant {
  readonly file: string;
  readonly rule: string;
  readonly instead: string;
  /** How long after its deadline a request may take effect, and is waited for. */
  readonly lateness?: number;
}

const mutants: readonly (readonly [name: string, mutant: Mutant])[] = [
  [
    'what is asked for during a look wakes nobody',
    { file: 'finish.ts', rule: 'case when wanted > $4 then', instead: 'case when wanted > $4 and 1 = 2 then' },
  ],
  [
    'an older lease may send',
    { file: 'intend.ts', rule: 'and fence = $3 and lease_until > $4', instead: 'and fence >= $3 and 0 < $4' },
  ],
  [
    'a lease never ends',
    {
      file: 'claim.ts',
      rule: 'next_at > $3 and (lease_until is null or lease_until <= $2)',
      instead: 'next_at > $3 and lease_until is null',
    },
  ],
  [
    'nobody waits for a request that is on its way',
    { file: 'reconcile.ts', rule: 'if (over > now)', instead: 'if (over > now + 1e15)', lateness: 4_000 },
  ],
  [
    'a request leaves however late',
    { file: 'reconcile.ts', rule: 'if (timeout < at.timeout / 2)', instead: 'if (timeout < -1e15)' },
  ],
  [
    'an end that nobody saw was none',
    { file: 'end-of.ts', rule: 'if (error.isUncertain)', instead: 'if (error.isUncertain && at.timeout < 0)' },
  ],
  ['what was added is not looked for', { file: 'settle.ts', rule: "mark(entry, 'kept', now);", instead: 'continue;' }],
  [
    'what was there before is not written down',
    { file: 'settle.ts', rule: 'if (!current || !showsLists(operation)) return {};', instead: 'return {};' },
  ],
  [
    'a success is believed',
    { file: 'end-of.ts', rule: 'if (!isHidden && !result.notTaken.includes(field))', instead: "if (field !== '')" },
  ],
  [
    'the older value wins',
    {
      file: 'plan-entries.ts',
      rule: "if (older) mark(older, 'superseded', now);",
      instead: "if (older) {\n      mark(entry, 'superseded', now);\n      continue;\n    }",
    },
  ],
  ['what is pending is done', { file: 'work.ts', rule: "s === 'pending' || s === 'held'", instead: "s === 'held'" }],
  [
    'values are forgotten while somebody waits',
    { file: 'save-work.ts', rule: 'case when waiting > 1 then', instead: 'case when waiting > 9 then' },
  ],
  [
    'values are never forgotten',
    { file: 'save-work.ts', rule: 'case when waiting > 1 then', instead: 'case when waiting > -9 then' },
  ],
  [
    'who waits no more is counted out twice',
    { file: 'save-work.ts', rule: 'and version = $2 and ended_at is null', instead: 'and version = $2' },
  ],
  ['values are not sealed', { file: 'seal.ts', rule: 'cipher.update(content), cipher.final()]', instead: 'content]' }],
  [
    'a rule that is known is broken',
    {
      file: 'reconcile.ts',
      rule: '...(current ? { current } :',
      instead: "...(current ? { current: { ...current, verification: 'unverified' as const } } :",
    },
  ],
  [
    'what failed is not tried again',
    {
      file: 'finish.ts',
      rule: 'const nextAt = end.nextAt ?? inOrder;',
      instead: 'const nextAt = end.nextAt ?? (end.isFailure ? null : inOrder);',
    },
  ],
  [
    'an older result is taken',
    { file: 'finish.ts', rule: 'and fence = $3 and lease_until is not null', instead: 'and fence >= $3' },
  ],
  [
    'a create in doubt is made again',
    {
      file: 'reconcile.ts',
      rule: 'if (isCreate && (doubts',
      instead: 'if (isCreate && at.timeout < 0 && (doubts',
    },
  ],
  [
    'who is erased is not taken from whoever is at work',
    { file: 'links.ts', rule: "const revoke = 'fence = fence + 1, lease_until = null,", instead: "const revoke = '" },
  ],
  [
    'the same change twice is two',
    { file: 'change.ts', rule: 'if (known) return {', instead: "if (known && id === '') return {" },
  ],
];

/** What the simulation notices in a copy of the source that is changed. */
const noticedIn = async (name: string, change: (copy: string) => void, lateness = 0): Promise<string | undefined> => {
  const copy = join(copies, name.replaceAll(' ', '-'));
  cpSync(join(folder, 'src'), copy, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  change(copy);
  const program = join(copy, 'testing/histories.ts');
  const late = String(lateness);
  return run(process.execPath, ['--conditions=amend-source', program, '1', '100', late, late]).then(
    ({ stdout }) => (JSON.parse(stdout) as { broken: string[] }).broken[0],
    (error: Error) => error.message.split('\n').at(-2),
  );
};

test('with all rules there is nothing to notice', { timeout: 600_000 }, async () => {
  expect(await noticedIn('as it is', () => {})).toBeUndefined();
});

test.each(mutants)('%s: noticed', { timeout: 600_000 }, async (name, { file, rule, instead, lateness }) => {
  const takeAway = (copy: string): void => {
    const source = readFileSync(join(copy, file), 'utf8');
    expect(source.split(rule)).toHaveLength(2);
    writeFileSync(
      join(copy, file),
      source.replace(rule, () => instead),
    );
  };
  expect(await noticedIn(name, takeAway, lateness)).toBeDefined();
});
