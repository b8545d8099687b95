export { golden, goldenText } from './golden.ts';
export { lintDocuments } from './lint-documents.ts';
