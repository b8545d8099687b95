import { expect, test } from 'vitest';
import type { Change } from './change.ts';
import { render } from './report.ts';

const change = (given: Partial<Change>): Change => ({
  subject: 'golden@v1',
  provider: 'golden',
  part: 'contract',
  what: 'updateUser.name can now be sent',
  where: 'specs/golden/v1.yaml#/a|b',
  level: 'minor',
  why: 'It is new.',
  ...given,
});

const report = {
  base: 'HEAD (88ab1a0)',
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

test('as Markdown, in which no name breaks the table', () => {
  expect(render(report, 'markdown')).toContain(`### golden@v1

| level | what | why it matters | where |
| --- | --- | --- | --- |
| **major** | \`a\` \\| &lt;b> is gone | It is new. | \`specs/golden/v1.yaml#/a\\|b\` |
| minor |`);
});

test('as JSON', () => {
  expect(JSON.parse(render(report, 'json'))).toEqual({ ...report, counts: { major: 1, minor: 2, patch: 0 } });
});

test.each(['text', 'markdown'] as const)('as %s, nothing is said to be nothing', (format) => {
  expect(render({ base: 'HEAD', changes: [] }, format)).toContain(
    'No contract, rule or mapping has changed since HEAD.',
  );
});

test.each(['text', 'markdown', 'json'] as const)('a contract’s words in a report as %s steer nothing', (format) => {
  const changes = [change({ what: 'Property `a\u001b[2J\u202eb` was removed' })];
  const report = render({ base: 'HEAD', changes }, format);
  expect(report).toMatch(/a\\{1,2}u001b\[2J\\{1,2}u202eb/);
  expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  if (format === 'json') expect(JSON.parse(report).changes).toEqual(changes);
});
