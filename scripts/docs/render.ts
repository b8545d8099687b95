import { Marked, type Tokens } from 'marked';
import { escaped } from './html.ts';

/** A heading of a page. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
}

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** Of HTML in a text, only the anchors that TypeDoc writes are taken for it. */
const anchor = /^<a id="[\w-]+"><\/a>$|^<a id="[\w-]+">$|^<\/a>$/;

/** The id of a heading, as GitHub makes it. */
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const plain = (tokens: readonly Tokens.Generic[]): string =>
  tokens.map(({ tokens: inner, text, raw }) => (inner ? plain(inner) : (text ?? raw))).join('');

/** @param link Where a link leads. */
export const render = (markdown: string, link: (href: string) => string): Rendered => {
  const headings: Heading[] = [];
  const ids = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = plain(tokens);
        const slug = slugOf(text);
        const count = ids.get(slug) ?? 0;
        ids.set(slug, count + 1);
        const id = count === 0 ? slug : `${slug}-${count}`;
        headings.push({ depth, text, id });
        return `<h${depth} id="${escaped(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      // What is wider than its page can be scrolled by the keyboard too.
      code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>\n`,
      table({ header, rows }) {
        const cells = (row: readonly Tokens.TableCell[], tag: string): string =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag.slice(0, 2)}>`).join('')}</tr>\n`;
        const body = rows.map((row) => cells(row, 'td')).join('');
        const head = cells(header, 'th scope="col"');
        return `<div class="wide" role="group" tabindex="0"><table><thead>${head}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escaped(link(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image: ({ href, text }) => `<img src="${escaped(link(href))}" alt="${escaped(text)}" />`,
      html: ({ text }) => (anchor.test(text.trim()) ? text : escaped(text)),
    },
  });
  const html = marked.parse(markdown, { async: false });
  const known = new Set(headings.map(({ id }) => id));
  // TypeDoc counts names that it then leaves out.
  const right = (id: string, first: string): string => (!known.has(id) && known.has(first) ? first : id);
  return { html: html.replaceAll(/(?<= href="#)([\w-]+)-[0-9]+(?=")/g, right), headings };
};
