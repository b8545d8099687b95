import type { DocumentsRow } from './action.ts';
import { type Draft, judge, noteEffect } from './draft.ts';
import { isRecord, own } from './fields.ts';
import type { Place } from './place.ts';
import { freezeDeep, isUnreadable } from './read-plain.ts';
import { lockOf } from './rules.ts';
import { noPlainData } from './take-changes.ts';

/** The documents of a patch, by where each stands in it. */
const documentsIn = (draft: Draft, property: string, row: DocumentsRow): [path: string, document: unknown][] =>
  row.fields.flatMap((field): [string, unknown][] => {
    const value = draft.changes.get(field);
    if (value === undefined) return [];
    if (field === 'ssn') return [[field, { type: row.ssnKind, number: value }]];
    if (Array.isArray(value) && value.length > 0)
      return Array.from(value, (document, index) => [`${field}[${index}]`, document]);
    if (Array.isArray(value)) judge(draft, field, 'unchanged', undefined, property);
    else judge(draft, field, 'invalid', 'must be a list of documents', property);
    return [];
  });

/** Documents are judged one by one: each kind may have a rule of its own. They are added, so none is ever unchanged. */
export const planDocuments = (draft: Draft, place: Place, row: DocumentsRow): void => {
  const { property, rule } = place;
  const kindOf = (wire: unknown): unknown => (isRecord(wire) ? own(wire, row.kind) : undefined);
  const sent = new Map<string, unknown>();
  for (const [path, document] of documentsIn(draft, property, row)) {
    const encoded = row.codec.encode(document, draft.context);
    const kind = 'wire' in encoded ? kindOf(encoded.wire) : undefined;
    // No kind is none that a rule names.
    const lock = lockOf(rule, draft.status, kind ?? null);
    const isSecond = path === 'ssn' && [...sent.values()].some((wire) => kindOf(wire) === kind);
    if (isUnreadable(document)) judge(draft, path, 'invalid', noPlainData, property);
    else if ('issue' in encoded) judge(draft, path, 'invalid', encoded.issue, property);
    else if (lock) judge(draft, path, 'locked', lock, property);
    else if (isSecond) judge(draft, path, 'invalid', 'stands among the documents too; give it once', property);
    else {
      sent.set(path, encoded.wire);
      judge(draft, path, 'send', undefined, property);
      noteEffect(draft, rule, [path]);
    }
  }
  if (sent.size === 0) return;
  draft.body[property] = freezeDeep([...sent.values()]);
  draft.written.set(property, [...sent.keys()]);
};
