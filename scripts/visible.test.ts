import { expect, test } from 'vitest';
import { render } from './diff/report.ts';
import { visible } from './visible.ts';

test.each([
  ['a window title and a cleared screen', '\u001b]0;x\u0007\u001b[2J', '\\u001b]0;x\\u0007\\u001b[2J'],
  ['a return to the line’s begin', 'a\rb', 'a\\u000db'],
  ['another direction', '\u202e\u2066x', '\\u202e\\u2066x'],
  ['what is beyond the first plane', '\u{e0001}', '\\udb40\\udc01'],
  ['lines, letters and joiners', 'é\n\u200dx', 'é\n\u200dx'],
])('%s', (_, given, want) => {
  expect(visible(given)).toBe(want);
});

test.each(['text', 'markdown', 'json'] as const)('a contract’s words in a report as %s steer nothing', (format) => {
  const what = 'Property `a\u001b[2J\u202eb` was removed';
  const change = {
    subject: 'a@v1',
    provider: 'a',
    part: 'contract',
    level: 'major',
    what,
    where: 'x',
    why: 'y',
  } as const;
  const report = render({ base: 'HEAD', changes: [change] }, format);
  expect(report).toMatch(/a\\{1,2}u001b\[2J\\{1,2}u202eb/);
  expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  if (format === 'json') expect(JSON.parse(report).changes).toEqual([change]);
});
