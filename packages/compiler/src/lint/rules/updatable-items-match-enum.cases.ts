import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const documents = (property: string, kinds: string, enumeration = 'enum: [SSN, PASSPORT]') => `
openapi: 3.1.0
paths: {}
components:
  schemas:
    Documents:
      type: array
      items: { $ref: '#/components/schemas/Document' }
      x-updatable: [unverified]
      x-updatable-items: { property: ${property}, kinds: { ${kinds} } }
    Document: { required: [document_type], properties: { document_type: { type: string, ${enumeration} } } }
`;
const right = documents('document_type', 'SSN: [], PASSPORT: []');
const at = '#/components/schemas/Documents/x-updatable-items';

const verdicts = lintLater('updatable-items-match-enum', {
  right,
  requiredInReference: right.replace("Document' }", "Document', required: [id] }"),
  misspelt: documents('document_type', 'SSN: [], PASSPORT: [], PASPORT: []'),
  missing: documents('document_type', 'SSN: []'),
  otherProperty: documents('type', 'SSN: []'),
  noEnum: documents('document_type', 'SSN: []', ''),
  notRequired: right.replace('required: [document_type], ', ''),
  wider: documents('document_type', 'SSN: [unverified, verified], PASSPORT: [unverified]'),
  besideReference: right.replace(
    '    Documents:',
    `    User:
      properties:
        documents:
          $ref: '#/components/schemas/Documents'
          x-updatable: [verified]
          x-updatable-items: { property: document_type, kinds: { SSN: [unverified] } }
    Documents:`,
  ),
});
const beside = '#/components/schemas/User/properties/documents/x-updatable-items';
const noRow = 'PASSPORT has no row; say in which statuses an element of this kind may be sent.';

test('each kind of element has a rule, and each rule a kind', async () => {
  expect(await verdicts()).toEqual({
    right: [],
    requiredInReference: [],
    misspelt: [`${at}/kinds/PASPORT: PASPORT is no value of document_type; add it to the enum or mend its spelling.`],
    missing: [`${at}/kinds: ${noRow}`],
    otherProperty: [`${at}: type is no property of the items with an enum.`],
    noEnum: [`${at}: document_type is no property of the items with an enum.`],
    notRequired: [
      `${at}: document_type may be left out, and an element without it has no rule; require it in the items.`,
    ],
    wider: [
      `${at}/kinds/SSN: SSN may be sent in more statuses than the array; x-updatable beside it says when at all.`,
    ],
    besideReference: [
      `${beside}/kinds/SSN: SSN may be sent in more statuses than the array; x-updatable beside it says when at all.`,
      `${beside}/kinds: ${noRow}`,
    ],
  });
});
