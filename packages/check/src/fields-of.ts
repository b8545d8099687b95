import { ruleAt } from '@amend/contract';
import type { AnyUserOperation, Row } from 'amend';
import type { Way } from './places.ts';

/** The fields of ours that a property is written from; of a list of documents, those that travel in one of this kind. */
export const fieldsOf = (
  { rows, rules }: AnyUserOperation,
  property: string,
  kind?: string,
  way: Way = [],
): readonly string[] => {
  const row: Row | undefined = Object.hasOwn(rows, property) ? (rows as Record<string, Row>)[property] : undefined;
  if (!row) return [];
  if (row.is === 'fields') {
    const rule = rules?.properties[property];
    if (!rule || !('members' in rule)) return row.fields;
    const own = ruleAt(rule, way);
    return row.fields.filter((field) => ruleAt(rule, row.codec.places?.[field]?.path ?? []) === own);
  }
  if (row.is === 'documents') {
    if (kind === undefined) return row.fields;
    return row.fields.filter((field) => (field === 'ssn') === (kind === row.ssnKind));
  }
  return row.is === 'native' ? [['native', property, ...way].join('.')] : [];
};
