import { expect, test } from 'vitest';
import { code, fit, plain, table } from './markdown.ts';

test.each([
  ['HTML', '<img src=x onerror=alert(1)> &amp; <!--', '&lt;img src=x onerror=alert(1)&gt; &amp;amp; &lt;\\!--'],
  ['a link and an image', '![a](b) [c](d)', '\\!\\[a\\](b) \\[c\\](d)'],
  ['emphasis, code and strikes', '*a* _b_ `c` ~~d~~', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~'],
  ['a cell’s end, a line’s end, and an escape', 'a|b\n## c\\', 'a\\|b ## c\\\\'],
  ['somebody’s name', 'ask @octocat, a@b', 'ask @&#8203;octocat, a@b'],
  ['an issue', 'see #12 and o/r#3, #/paths', 'see #&#8203;12 and o/r#&#8203;3, #/paths'],
  ['a long text', 'x'.repeat(700), `${'x'.repeat(600)}…`],
])('%s is text', (_, text, want) => expect(plain(text)).toBe(want));

test.each([
  ['specs/a/v1.yaml:12', '`specs/a/v1.yaml:12`'],
  ['native.first_name', '`native.first_name`'],
  ['a`b', 'a\\`b'],
  ['<b>', '&lt;b&gt;'],
])('%s as code', (text, want) => expect(code(text)).toBe(want));

test('a table without rows is none', () => {
  expect(table(['a'], [])).toEqual([]);
  expect(table(['a', 'b'], [['1', '2']])).toEqual(['| a | b |', '| --- | --- |', '| 1 | 2 |']);
});

test('what does not fit is counted', () => {
  const rest = (missing: number) => `${missing} more`;
  expect(fit(['é', 'é', 'é'], 9, rest)).toBe('é\né\né');
  expect(fit(['aaaa', 'bbbb', 'cccc', 'dddd'], 19, rest)).toBe('aaaa\nbbbb\n\n2 more');
});
