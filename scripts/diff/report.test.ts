import { expect, test } from 'vitest';
import type { Change } from './change.ts';
import { render } from './report.ts';
import type { RuleChange } from './rule-changes.ts';

const change = (given: Partial<Change>): Change => ({
  subject: 'golden@v1',
  provider: 'golden',
  part: 'contract',
  file: 'specs/golden/v1.yaml',
  what: 'updateUser.name can now be sent',
  where: 'specs/golden/v1.yaml#/a|b',
  level: 'minor',
  why: 'It is new.',
  ...given,
});

const report = {
  base: 'HEAD (88ab1a0)',
  cells: [],
  changes: [change({}), change({ subject: 'golden mapping' }), change({ level: 'major', what: '`a` | <b> is gone' })],
};

test('as text, by contract, the gravest first', () => {
  expect(render(report, 'text')).toBe(`golden@v1
  major  \`a\` | <b> is gone
         It is new.
         specs/golden/v1.yaml#/a|b
  minor  updateUser.name can now be sent
         It is new.
         specs/golden/v1.yaml#/a|b

golden mapping
  minor  updateUser.name can now be sent
         It is new.
         specs/golden/v1.yaml#/a|b

Since HEAD (88ab1a0): 1 major, 2 minor, 0 patch.`);
});

test('as Markdown, what breaks comes first, and no name is markup', () => {
  expect(render(report, 'markdown')).toBe(`## Contracts: one change breaks callers

Since HEAD (88ab1a0): 1 major, 2 minor, 0 patch.

### What breaks

- **golden@v1**: \\\`a\\\` \\| &lt;b&gt; is gone. It is new. \`specs/golden/v1.yaml\`

### golden@v1, what else

| level | what | why it matters | where |
| --- | --- | --- | --- |
| minor | updateUser.name can now be sent | It is new. | \`specs/golden/v1.yaml\` |

### golden mapping, what else

| level | what | why it matters | where |
| --- | --- | --- | --- |
| minor | updateUser.name can now be sent | It is new. | \`specs/golden/v1.yaml\` |`);
});

test('as JSON', () => {
  expect(JSON.parse(render(report, 'json'))).toEqual({
    ...report,
    counts: { major: 1, minor: 2, patch: 0 },
    unsourced: [],
  });
});

test.each(['text', 'github'] as const)('as %s, nothing is said to be nothing', (format) => {
  expect(render({ base: 'HEAD', changes: [], cells: [] }, format)).toContain(
    'No contract, rule or mapping has changed since HEAD.',
  );
});

test('as text, a name makes no line of ours', () => {
  expect(render({ base: 'HEAD', changes: [change({ what: 'a\n  major  b' })], cells: [] }, 'text')).toMatch(
    /^golden@v1\n {2}minor {2}a {3}major {2}b\n/,
  );
});

test('as Markdown, nothing is said to be nothing', () => {
  expect(render({ base: 'HEAD', changes: [], cells: [] }, 'markdown')).toMatch(
    /^## No contract, rule or mapping has changed\n/,
  );
});

test.each(['text', 'markdown', 'json', 'github'] as const)(
  'a contract’s words in a report as %s steer nothing',
  (format) => {
    const changes = [change({ what: 'Property `a\u001b[2J\u202eb` was removed' })];
    const report = render({ base: 'HEAD', changes, cells: [] }, format);
    expect(report).toMatch(/a\\{1,2}u001b\\?\[2J\\{1,2}u202eb/);
    expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    if (format === 'json') expect(JSON.parse(report).changes).toEqual(changes);
  },
);

const source = (from: string) => ({ evidence: 'seed', from }) as const;
const rule: RuleChange = {
  name: 'job (PersonUpdate)',
  places: [{ subject: 'golden person', fields: ['occupation'] }],
  says: [
    { of: 'unverified', was: 'may be sent', is: 'may be sent' },
    { of: 'verified', was: 'may be sent', is: 'locked' },
  ],
  sources: { was: [source('Old')], is: [source('New')] },
  source: 'changed',
  conflicts: [],
  at: '#/components/schemas/PersonUpdate/properties/job',
  file: 'specs/golden/v1.yaml',
  line: 7,
};
const locked = (given: Partial<RuleChange> = {}) => ({
  base: 'HEAD',
  changes: [change({ level: 'major', what: 'job is locked', line: 8, rule: { ...rule, ...given } })],
  cells: [
    {
      subject: 'golden person',
      field: 'occupation',
      was: { unverified: 'yes', verified: 'yes*' },
      is: { unverified: 'yes', verified: 'lock' },
    } as const,
  ],
});
const same = { sources: { was: [source('Old')], is: [source('Old')] } };

test.each<[string, Partial<RuleChange>, want: string]>([
  ['that differs', {}, 'source: Old (seed) -> New (seed)'],
  [
    'that stays, and nobody says why',
    { ...same, source: 'unchanged' },
    'source: Old (seed); the same, and nothing tells why',
  ],
  [
    'that stays, as a conflict explains',
    { ...same, source: 'explained', conflicts: ['GOL-1'] },
    'source: Old (seed); the same; GOL-1 tells why',
  ],
  [
    'that stays, as two conflicts explain, of odd names',
    { ...same, source: 'explained', conflicts: ['GOL-$&', "GOL-$'"] },
    "source: Old (seed); the same; GOL-$&, GOL-$' tells why",
  ],
  [
    'of what is new',
    { sources: { was: [], is: [source('New')] }, source: 'new' },
    'source: New (seed); it is new here',
  ],
  [
    'of what is gone',
    { sources: { was: [source('Old')], is: [] }, source: 'gone' },
    'source: Old (seed); it is gone from here',
  ],
])('a rule with a source %s', (_, given, want) => {
  expect(render(locked(given), 'text')).toBe(`golden@v1
  major  job is locked
         It is new.
         golden person, occupation
         unverified: may be sent, as before
         verified: may be sent -> locked
         ${want}
         specs/golden/v1.yaml#/a|b

Since HEAD: 1 major, 0 minor, 0 patch.`);
});

test('a rule as Markdown: before and after in marks and words, its sources, its line, and its cells', () => {
  expect(render({ ...locked(), links: 'https://example.com/blob/main' }, 'markdown')).toContain(`### Rules

| field | was | is | source | where |
| --- | --- | --- | --- | --- |
| golden person, occupation<br>job (PersonUpdate) | unverified ✓ may be sent<br>verified ✓ may be sent | unverified ✓ may be sent<br>verified ✗ locked | New (seed)<br>was Old (seed) | [\`specs/golden/v1.yaml:7\`](https://example.com/blob/main/specs/golden/v1.yaml#L7) |

### The matrix

| subject | field | unverified | verified |
| --- | --- | --- | --- |
| golden person | \`occupation\` | ✓ may change | ✓ may change, no rules stated → **✗ locked** |`);
});

test('as Markdown, only what is nothing but a file’s name is a link', () => {
  const changes = [change({ file: 'specs/a.yaml', line: 2 }), change({ file: '[x](javascript:x)', line: 3 })];
  const report = render({ base: 'HEAD', changes, cells: [], links: 'https://example.com' }, 'markdown');
  expect(report).toContain('| [`specs/a.yaml:2`](https://example.com/specs/a.yaml#L2) |');
  expect(report).toContain('| \\[x\\](javascript:x):3 |');
});

test('as Markdown, a rule without a new source is told before all else', () => {
  const report = render({ ...locked({ ...same, source: 'unchanged' }), faults: ['No changeset.'] }, 'markdown');
  expect(report).toMatch(
    /\n\n\*\*No changeset\.\*\*\n\n### Rules that changed without a new source\n\n- The rule of job \(PersonUpdate\) changed and its x-source did not; [^\n]* `specs\/golden\/v1.yaml:7`\n\n### What breaks/,
  );
});

test('as Markdown, a report that is too long ends with what is missing', () => {
  const changes = Array.from({ length: 2000 }, (_, index) => change({ what: `${index} ${'✓'.repeat(index)}` }));
  const report = render({ base: 'HEAD', changes, cells: [] }, 'markdown');
  expect(Buffer.byteLength(report)).toBeLessThanOrEqual(60_000);
  expect(report).toMatch(/\|\n\n\d+ more lines do not fit here; `npm run contracts:diff` prints them all\.$/);
});

test('as annotations for GitHub, the faults first', () => {
  const { changes, ...rest } = locked({ ...same, source: 'unchanged' });
  const minor = change({ what: 'b' });
  expect(render({ ...rest, changes: [minor, ...changes], faults: ['No changeset.'] }, 'github').split('\n')).toEqual([
    '::error::No changeset.',
    expect.stringMatching(
      /^::error file=specs\/golden\/v1.yaml,line=7,title=A rule without a new source::The rule of job \(PersonUpdate\) changed/,
    ),
    '::warning file=specs/golden/v1.yaml,line=8,title=major%3A golden@v1::job is locked%0AIt is new.%0Agolden person, occupation%0Aunverified: may be sent, as before%0Averified: may be sent -> locked%0Asource: Old (seed); the same, and nothing tells why',
    '::notice file=specs/golden/v1.yaml,line=1,title=minor%3A golden@v1::b%0AIt is new.',
    'Since HEAD: 1 major, 1 minor, 0 patch.',
  ]);
});

test('as annotations for GitHub, no text ends its command, or begins one', () => {
  const odd = change({ what: '50%\r\n::error::x', why: 'a:b,c', file: 'a,b:c%.yaml', subject: 'x::y,z\n::' });
  expect(render({ base: 'HEAD', changes: [odd], cells: [] }, 'github').split('\n')[0]).toBe(
    '::notice file=a%2Cb%3Ac%25.yaml,line=1,title=minor%3A x%3A%3Ay%2Cz%0A%3A%3A::50%25%0D%0A::error::x%0Aa:b,c',
  );
});
