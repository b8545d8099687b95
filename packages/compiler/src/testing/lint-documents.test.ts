import { expect, test } from 'vitest';
import { lintWith } from './lint-documents.ts';

test('a document that cannot be read is no document without problems', async () => {
  const linted = lintWith('known-extensions', { right: 'openapi: 3.1.0', broken: 'openapi: [' });
  await expect(linted).rejects.toThrow('Redocly gave up');
});
