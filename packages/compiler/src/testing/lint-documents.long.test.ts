import { expect, test } from 'vitest';
import { lintDocuments } from './lint-documents.ts';

test('a document that cannot be read is no document without problems', async () => {
  const documents = { right: 'openapi: 3.1.0', broken: 'openapi: [' };
  const linted = lintDocuments(documents, 'plugins: [PLUGIN]\nrules: { amend/known-extensions: error }\n');
  await expect(linted).rejects.toThrow('Redocly gave up');
});
