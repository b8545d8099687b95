import { dirname, relative } from 'node:path/posix';
import { escaped } from './html.ts';

/** A page by its path in the folder of pages. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** Under which it stands in the list of pages. */
  readonly group: string;
}

/** What a page may do: nothing but run and show what stands beside it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A whole page around its content. */
export const shell = (page: Page, content: string, pages: readonly Page[]): string => {
  const to = (path: string): string => escaped(relative(dirname(page.path), path));
  const listed = ({ path, title }: Page): string =>
    `<li><a href="${to(path)}"${path === page.path ? ' aria-current="page"' : ''}>${escaped(title)}</a></li>`;
  const groups = [...new Set(pages.map(({ group }) => group))].map(
    (group) =>
      `<h2>${escaped(group)}</h2><ul>${pages
        .filter((each) => each.group === group)
        .map(listed)
        .join('')}</ul>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="referrer" content="no-referrer" />
<title>${escaped(page.title)} · Amend</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${to('docs/docs.css')}" />
<script defer src="${to('docs/search.js')}"></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header>
<a class="mark" href="${to('index.html')}">Amend</a>
<search><label for="find">Search fields, operations and exports</label>
<input id="find" type="search" autocomplete="off" data-index="${to('docs/found.js')}" disabled />
<p id="count" role="status"></p><ul id="found"></ul></search>
</header>
<nav aria-label="Documentation"><details open><summary>All pages</summary>${groups.join('')}</details></nav>
<main id="content" tabindex="-1">
${content}</main>
</body>
</html>
`;
};
