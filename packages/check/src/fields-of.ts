import type { AnyUserOperation, Row } from 'amend';

/** The fields of ours that a property is written from; of a list of documents, those that travel in one of this kind. */
export const fieldsOf = ({ rows }: AnyUserOperation, property: string, kind?: string): readonly string[] => {
  const row: Row | undefined = Object.hasOwn(rows, property) ? (rows as Record<string, Row>)[property] : undefined;
  if (!row) return [];
  if (row.is === 'fields') return row.fields;
  if (row.is === 'documents') {
    if (kind === undefined) return row.fields;
    return row.fields.filter((field) => (field === 'ssn') === (kind === row.ssnKind));
  }
  return row.is === 'native' ? [`native.${property}`] : [];
};
