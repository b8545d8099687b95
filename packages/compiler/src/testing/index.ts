export { golden, goldenMembers, goldenStatuses, goldenText } from './golden.ts';
export { lintDocuments } from './lint-documents.ts';
export { type Cell, cellsOf, type KnownStatus, pages, type Sample, samples, type Table } from './pages.ts';
