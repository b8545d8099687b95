import { describe, expect, test } from 'vitest';
import { summaryOf, titleOf } from './guides.ts';
import { linkFrom, relink } from './links.ts';
import { llms } from './llms.ts';
import { render } from './render.ts';

const repository = 'https://github.com/amend-payments/amend';
const places = {
  'README.md': 'docs/index.html',
  'packages/mock/README.md': 'docs/mock.html',
  'specs/some/v1.yaml': 'index.html#/reference/some@v1',
  'api/@amend/mock.md': 'docs/api/@amend/mock.html',
};

describe('links', () => {
  const readme = { source: 'packages/cli/README.md', page: 'docs/cli.html' };
  const api = { source: 'api/amend.md', page: 'docs/api/amend.html' };

  test.each([
    ['../mock/README.md#limits', readme, 'mock.html#limits'],
    ['../mock', readme, 'mock.html'],
    ['../mock/', readme, 'mock.html'],
    ['../../README.md', readme, 'index.html'],
    ['../../specs/some/v1.yaml', readme, '../index.html#/reference/some@v1'],
    [`${repository}/blob/main/packages/mock/README.md#limits`, readme, 'mock.html#limits'],
    [`${repository}/tree/main/packages/mock`, readme, 'mock.html'],
    ['control.yaml', readme, `${repository}/blob/main/packages/cli/control.yaml`],
    [`${repository}/issues`, readme, `${repository}/issues`],
    ['https://example.com/mock', readme, 'https://example.com/mock'],
    ['#here', readme, '#here'],
    ['@amend/mock.md#createmock', api, '@amend/mock.html#createmock'],
    ['javascript:alert(1)', readme, '#'],
    ['data:text/html,x', readme, '#'],
  ])('%s', (href, from, to) => {
    expect(linkFrom(href, from, places)).toBe(to);
  });

  test('of a whole text', () => {
    const text = '[a](x.md) [b]\n\n[b]: z.md\n';
    expect(relink(text, (href) => href.toUpperCase())).toBe('[a](X.MD) [b]\n\n[b]: Z.MD\n');
  });
});

describe('a text as a page', () => {
  const html = (markdown: string): string => render(markdown, (href) => href).html;

  test.each([
    ['markup', 'a <script>alert(1)</script> <img src=x onerror=alert(1)>', /^[^<]*<p>a &#60;script&#62;.*<\/p>\n$/],
    ['a block of it', '<div onclick="x">\n\ntext', /^&#60;div onclick=&#34;x&#34;&#62;/],
    ['an anchor of TypeDoc’s', '<a id="property-a"></a> `a`', /<a id="property-a"><\/a> <code>a<\/code>/],
    ['an anchor with more', '<a id="a" onclick="x"></a>', /&#60;a id=&#34;a&#34; onclick/],
    ['code', '```ts\nconst a = "<b>";\n```', /<pre tabindex="0"><code>const a = &#34;&#60;b&#62;&#34;;<\/code><\/pre>/],
    ['a link with signs', '[a](x"onclick="y)', /^(?!.*<a [^>]*onclick=")/s],
    ['a picture', '![a "b"](c.svg)', /<img src="c.svg" alt="a &#34;b&#34;" \/>/],
    ['a table', '| a |\n| - |\n| `b` |', /<th scope="col">a<\/th>.*<td><code>b<\/code><\/td>/s],
  ])('%s', (_, markdown, shown) => {
    expect(html(markdown)).toMatch(shown);
  });

  test('headings have the ids that links go by, and no two the same', () => {
    const { headings, html: page } = render(
      '# A `b` C\n\n## Übersicht & more\n\n## x()\n\n## X\n\n[1](#x-1) [3](#x-3)',
      (href) => href,
    );
    expect(headings.map(({ id }) => id)).toEqual(['a-b-c', 'übersicht--more', 'x', 'x-1']);
    expect(page).toContain('<a href="#x-1">1</a> <a href="#x">3</a>');
  });
});

test.each([
  ['# @amend/x\n\nOne line,\nand another.\n\nMore.', '@amend/x', 'One line, and another.'],
  ['# `a`\n\n```ts\n```', 'a', ''],
  ['# a\n\n| b |', 'a', ''],
  ['text', '', ''],
])('%j has a title and a summary', (markdown, title, summary) => {
  expect([titleOf(markdown), summaryOf(markdown)]).toEqual([title, summary]);
});

test('llms.txt is a heading, a quotation, and lists of links', () => {
  const text = { path: 'docs/a.md', title: 'a', group: 'Guides', summary: 'Of a.', markdown: '' };
  expect(llms([text], [{ title: 'b', path: 'contracts/b.json' }]).split('\n')).toEqual(
    expect.arrayContaining([
      '# Amend',
      expect.stringMatching(/^> /),
      '## Guides',
      '- [a](docs/a.md): Of a.',
      '## Contracts',
      '- [b](contracts/b.json): the contract, as OpenAPI 3.1 in JSON',
    ]),
  );
});
