import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path/posix';
import type { Module } from './api.ts';
import type { Found } from './found.ts';
import { type Guide, summaryOf, titleOf } from './guides.ts';
import { escaped } from './html.ts';
import { linkFrom, type Places, relink } from './links.ts';
import { llms, llmsFull, type Text } from './llms.ts';
import { type Heading, render } from './render.ts';
import { type Page, shell } from './shell.ts';

/** All that the pages are made from. */
export interface Sources {
  readonly root: string;
  readonly guides: readonly Guide[];
  readonly modules: readonly Module[];
  readonly contracts: readonly { readonly name: string; readonly path: string; readonly title: string }[];
  readonly found: readonly Found[];
}

interface Draft extends Text {
  /** What links in it start from. */
  readonly source: string;
}

const draftsOf = ({ guides, modules }: Sources): readonly Draft[] => [
  ...guides.map(({ source, name, group, markdown }) => ({
    ...{ source, group, markdown, path: `docs/${name}` },
    ...{ title: titleOf(markdown), summary: summaryOf(markdown) },
  })),
  ...modules.map(({ name, markdown }) => ({
    ...{ source: `api/${name}.md`, path: `docs/api/${name}`, title: name, group: 'Exports', summary: '' },
    markdown: `# ${name}\n\n${markdown}`,
  })),
];

/** Where each source has become a page, with an ending. */
const placesOf = (drafts: readonly Draft[], { contracts }: Sources, ending: string): Places => ({
  ...Object.fromEntries(drafts.map(({ source, path }) => [source, path + ending])),
  ...Object.fromEntries(contracts.map(({ name, path }) => [path, `index.html#/reference/${name}`])),
});

const imagesIn = (drafts: readonly Draft[]): readonly string[] =>
  drafts.flatMap(({ markdown, source }) =>
    [...markdown.matchAll(/!\[[^\]]*\]\((?!https?:)([^)\s]+)\)/g)].map(([, href = '']) => join(source, '..', href)),
  );

const contentsOf = (headings: readonly Heading[]): string => {
  const lines = headings.filter(({ depth }) => depth === 2 || depth === 3);
  const list = lines.map(
    ({ depth, id, text }) => `<li class="h${depth}"><a href="#${escaped(id)}">${escaped(text)}</a></li>`,
  );
  return list.length < 3
    ? ''
    : `<details class="contents"><summary>On this page</summary><ul>${list.join('')}</ul></details>`;
};

/** Every page, text and picture, by its path. */
export const makeSite = (sources: Sources): Readonly<Record<string, string | Uint8Array>> => {
  const drafts = draftsOf(sources);
  const images = imagesIn(drafts);
  const pictures = Object.fromEntries(images.map((path) => [path, `docs/${basename(path)}`]));
  const inPages = { ...placesOf(drafts, sources, '.html'), ...pictures };
  const inTexts = { ...placesOf(drafts, sources, '.md'), ...pictures };
  const pages: readonly Page[] = drafts.map(({ path, title, group }) => ({ path: `${path}.html`, title, group }));
  const files: Record<string, string | Uint8Array> = {};
  const found: Found[] = [...sources.found];

  for (const [index, { path, source, markdown, title }] of drafts.entries()) {
    const page = pages[index] as Page;
    const { html, headings } = render(markdown, (href) => linkFrom(href, { source, page: page.path }, inPages));
    files[page.path] = shell(
      page,
      html.replace('</h1>', () => `</h1>${contentsOf(headings)}`),
      pages,
    );
    files[`${path}.md`] = relink(markdown, (href) => linkFrom(href, { source, page: `${path}.md` }, inTexts));
    const to = page.path.slice('docs/'.length);
    const kinds = new Map(
      sources.modules.find(({ name }) => name === title)?.exports.map(({ name, kind }) => [name, kind]),
    );
    found.push({ name: title, what: page.group === 'Exports' ? 'module' : 'page', to });
    for (const { depth, text, id } of headings) {
      const name = text.replace(/[(<].*$/, '');
      const kind = kinds.get(name);
      if (kinds.size > 0 ? kind !== undefined && depth === 3 : depth === 2)
        found.push({
          name: kind === undefined ? text : name,
          what: `${kind ?? 'section'}: ${title}`,
          to: `${to}#${id}`,
        });
    }
  }
  const texts = drafts.map((draft) => ({ ...draft, path: `${draft.path}.md` }));
  const documents = sources.contracts.map(({ name, title }) => ({
    title: `${name}: ${title}`,
    path: `contracts/${name}.json`,
  }));
  return {
    ...files,
    ...Object.fromEntries(
      images.map((path) => [`docs/${basename(path)}`, new Uint8Array(readFileSync(join(sources.root, path)))]),
    ),
    'docs/found.js': `var amendFound=${JSON.stringify(found)};`,
    'llms.txt': llms(texts, documents),
    'llms-full.txt': llmsFull(texts),
  };
};
