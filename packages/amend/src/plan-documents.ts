import type { DocumentsRow } from './action.ts';
import type { EncodeContext } from './codec.ts';
import { type Draft, judge, lockOf, noteSending, take, write } from './draft.ts';
import { isRecord } from './fields.ts';

/** One element; a property that the provider has no place for is an issue, so that nothing is dropped. */
const encodeDocument = (
  { codec, ssnKind }: DocumentsRow,
  document: unknown,
  context: EncodeContext,
): { wire: Record<string, unknown> } | { issue: string } => {
  if (!isRecord(document)) return { issue: 'must be a document' };
  const wire: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    const property = Object.hasOwn(codec.properties, name) ? codec.properties[name] : undefined;
    if (!property) return { issue: 'holds a property that this provider has no place for' };
    const isSsn = name === 'number' && document.type === ssnKind;
    const encoded = ((isSsn && codec.ssn) || property.codec).encode(value, context);
    if ('issue' in encoded) return { issue: `cannot be written: its ${name} ${encoded.issue}` };
    wire[property.wire] = encoded.wire;
  }
  return Object.hasOwn(wire, codec.kind) ? { wire } : { issue: 'must have a type' };
};

/** The documents of a patch, by where each stands in it. */
const takeDocuments = (draft: Draft, property: string, row: DocumentsRow): [path: string, document: unknown][] =>
  row.fields.flatMap((field): [string, unknown][] => {
    if (!draft.changes.has(field)) return [];
    const value = take(draft, field);
    if (field === 'ssn' && value !== null) return [[field, { type: row.ssnKind, number: value }]];
    if (Array.isArray(value) && value.length > 0)
      return value.map((document, index) => [`${field}[${index}]`, document]);
    if (Array.isArray(value)) judge(draft, field, 'unchanged', undefined, property);
    else if (value === null)
      judge(draft, field, 'unsupported', 'cannot be cleared: the provider documents no way; leave it out', property);
    else judge(draft, field, 'invalid', 'must be a list of documents', property);
    return [];
  });

/** Documents are judged one by one: each kind may have a rule of its own. They are added, so none is ever unchanged. */
export const planDocuments = (draft: Draft, property: string, row: DocumentsRow): void => {
  const sent = new Map<string, Record<string, unknown>>();
  for (const [path, document] of takeDocuments(draft, property, row)) {
    const encoded = encodeDocument(row, document, draft.context);
    const kind = 'wire' in encoded ? encoded.wire[row.codec.kind] : undefined;
    const lock = lockOf(draft, property, kind);
    const isSecond = path === 'ssn' && [...sent.values()].some((wire) => wire[row.codec.kind] === kind);
    if ('issue' in encoded) judge(draft, path, 'invalid', encoded.issue, property);
    else if (lock) judge(draft, path, 'locked', lock, property);
    else if (isSecond) judge(draft, path, 'invalid', 'stands among the documents too; give it once', property);
    else {
      sent.set(path, encoded.wire);
      judge(draft, path, 'send', undefined, property);
      noteSending(draft, property, [path]);
    }
  }
  if (sent.size > 0) write(draft, property, [...sent.values()], [...sent.keys()]);
};
