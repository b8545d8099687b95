/** The folder of the page's files, whose `index.html` is the page: for a mock, any static server, or a copy. */
export const pagesUrl = new URL('../dist/pages/', import.meta.url);

/** The same page as one file, which needs no server. */
export const fileUrl = new URL('../dist/explorer.html', import.meta.url);
