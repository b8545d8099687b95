import { dirname, join, relative } from 'node:path/posix';

const inline = /(?<=\]\()[^()\s]+(?=\))|(?<=^\[[^\]\n]+\]: )\S+/gm;

/** A text in Markdown with other links. */
export const relink = (markdown: string, link: (href: string) => string): string =>
  markdown.replace(inline, (href) => link(href));

/** The pages that a link may lead to: by the path of what each is made from, from the repository's root. */
export type Places = Readonly<Record<string, string>>;

const repository = 'https://github.com/amend-payments/amend';

/** What a link of this repository leads to, from its root; nothing if it leads elsewhere. */
const targetOf = (href: string, source: string): string | undefined => {
  const [, path] = new RegExp(`^${repository}/(?:blob|tree)/main/([^#]*)`).exec(href) ?? [];
  if (path !== undefined) return join(path);
  return /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(href) ? undefined : join(dirname(source), href.replace(/#.*/, ''));
};

/**
 * Where a link leads from a page: to another page where there is one of what it names, or else to the repository.
 *
 * @param source What the page is made from.
 * @param page The page's own path.
 */
export const linkFrom = (href: string, { source, page }: { source: string; page: string }, places: Places): string => {
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(href)) return '#';
  const target = targetOf(href, source)?.replace(/\/$/, '');
  if (target === undefined) return href;
  const [, hash = ''] = /(#.*)$/.exec(href) ?? [];
  const place = places[target] ?? places[`${target}/README.md`];
  return place === undefined ? `${repository}/blob/main/${target}${hash}` : relative(dirname(page), place) + hash;
};
