import { statusOf } from '@amend/contract';
import { isRecord, own, userOf } from './fields.ts';
import { readPlain } from './read-plain.ts';
import type { User } from './user.ts';
import type { DocumentsRow, Reader, ReadRow } from './user-operation.ts';

type Read = readonly (readonly [string, unknown])[];

const readDocuments = (row: DocumentsRow, wire: unknown): Read => {
  if (!Array.isArray(wire)) return [];
  const documents = wire.map(row.codec.decode).filter(isRecord);
  // A provider that keeps the older numbers adds the newer ones below.
  const ssn = documents.filter(({ type }) => type !== undefined && type === row.ssnKind).at(-1)?.number;
  const [list = 'documents.physical'] = row.fields;
  return [
    [list, documents],
    ['ssn', ssn],
  ];
};

/** The fields that a property holds; none if it is not understood. */
const readProperty = (row: ReadRow, wire: unknown): Read => {
  if (row.is === 'fields') return row.codec.decode(wire);
  if (row.is === 'documents') return readDocuments(row, wire);
  if (row.is === 'last-digits') return typeof wire === 'string' ? [['ssn', { masked: `*****${wire}` }]] : [];
  return [];
};

/** How many values something holds, its parts' included. */
const countValues = (value: unknown): number => {
  if (value === null) return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + countValues(child), 0);
};

/**
 * A provider's answer as a user. What no field stands for, or what cannot wholly be read as fields, is kept in
 * `native`, so that nothing is lost; `null` is no value. Masked numbers come back as masked. Never throws.
 */
export const toUser = (
  { provider, reader }: { readonly provider: string; readonly reader: Reader },
  response: unknown,
): User => {
  const record = reader.recordIn(readPlain(response).value);
  const facts: { -readonly [Name in 'provider' | 'id' | 'kind' | 'verification']?: User[Name] } = {
    provider,
    kind: reader.kind,
  };
  const values: (readonly [string, unknown])[] = [];
  const native: [string, unknown][] = [];
  for (const [property, wire] of Object.entries(isRecord(record) ? record : {})) {
    if (wire === null) continue;
    const row = own(reader.rows, property);
    if (row?.is === 'id' && (typeof wire === 'string' || Number.isSafeInteger(wire))) {
      facts.id = String(wire);
      continue;
    }
    if (row?.is === 'kind') facts.kind = wire === row.value ? 'business' : 'individual';
    if (row?.is === 'status' && reader.verification) facts.verification = statusOf(reader.verification, wire);
    const read = row ? readProperty(row, wire).filter(([, value]) => value !== undefined) : [];
    values.push(...read);
    // The SSN stands among the documents already.
    const held = row?.is === 'documents' ? read.slice(0, 1) : read;
    if (held.length === 0 || countValues(held.map(([, value]) => value)) < countValues(wire))
      native.push([property, wire]);
  }
  if (reader.verification) facts.verification ??= 'unknown';
  return { ...facts, ...userOf(values), ...(native.length > 0 && { native: Object.fromEntries(native) }) };
};
