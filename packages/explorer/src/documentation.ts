/**
 * The folder of the documentation, to be laid beside the page's own files: `docs`, with every package's text and exports and
 * one search, and `llms.txt`.
 */
export const documentationUrl = new URL('../dist/documentation/', import.meta.url);
