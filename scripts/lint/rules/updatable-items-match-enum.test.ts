import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const documents = (property: string, kinds: string, enumeration = 'enum: [SSN, PASSPORT]') => `
openapi: 3.1.0
paths: {}
components:
  schemas:
    Documents:
      type: array
      items: { $ref: '#/components/schemas/Document' }
      x-updatable-items: { property: ${property}, kinds: { ${kinds} } }
    Document: { properties: { document_type: { type: string, ${enumeration} } } }
`;
const at = '#/components/schemas/Documents/x-updatable-items';

test('each kind of element has a rule, and each rule a kind', async () => {
  const verdicts = await lintWith('updatable-items-match-enum', {
    matching: documents('document_type', 'SSN: [], PASSPORT: []'),
    misspelt: documents('document_type', 'SSN: [], PASSPORT: [], PASPORT: []'),
    missing: documents('document_type', 'SSN: []'),
    otherProperty: documents('type', 'SSN: []'),
    noEnum: documents('document_type', 'SSN: []', ''),
  });
  expect(verdicts).toEqual({
    matching: [],
    misspelt: [`${at}/kinds/PASPORT: PASPORT is no value of document_type; add it to the enum or mend its spelling.`],
    missing: [`${at}/kinds: PASSPORT has no row; say in which statuses an element of this kind may be sent.`],
    otherProperty: [`${at}: type is no property of the items with an enum.`],
    noEnum: [`${at}: document_type is no property of the items with an enum.`],
  });
});
