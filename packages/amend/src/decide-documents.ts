import type { BodyProperty } from './body-properties.ts';
import { type Decision, notesOn, type Situation } from './decision.ts';
import { isRecord, own } from './fields.ts';
import { type FieldVerdict, tell } from './plan-result.ts';
import { isUnreadable, noPlainData } from './read-plain.ts';
import { lockOf } from './rules.ts';
import type { DocumentsRow } from './user-operation.ts';

/** The documents of a field, by where each stands in the patch; nothing if it is no list of them. */
const documentsIn = (
  field: string,
  value: unknown,
  { ssnKind }: DocumentsRow,
): [path: string, document: unknown][] | undefined => {
  if (field === 'ssn') return [[field, { type: ssnKind, number: value }]];
  return Array.isArray(value) ? value.map((document, index) => [`${field}[${index}]`, document]) : undefined;
};

/** Documents are judged one by one: each kind may have a rule of its own. They are added, so none is ever unchanged. */
export const decideDocuments = (situation: Situation, of: BodyProperty, row: DocumentsRow): Decision => {
  const { property, rule } = of;
  const verdicts: FieldVerdict[] = [];
  const given: [path: string, document: unknown][] = [];
  for (const field of row.fields) {
    if (!situation.changes.has(field)) continue;
    const documents = documentsIn(field, situation.changes.get(field), row);
    if (!documents) verdicts.push(tell(field, 'invalid', 'must be a list of documents', property));
    else if (documents.length === 0) verdicts.push(tell(field, 'unchanged', undefined, property));
    else for (const one of documents) given.push(one);
  }
  const kindOf = (wire: unknown): unknown => (isRecord(wire) ? own(wire, row.kind) : undefined);
  const sent = new Map<string, unknown>();
  for (const [path, document] of given) {
    const encoded = row.codec.encode(document, situation.context);
    const kind = 'wire' in encoded ? kindOf(encoded.wire) : undefined;
    // No kind is none that a rule names.
    const lock = lockOf(rule, situation.standing, kind ?? null);
    const isSecond = path === 'ssn' && [...sent.values()].some((wire) => kindOf(wire) === kind);
    if (isUnreadable(document)) verdicts.push(tell(path, 'invalid', noPlainData, property));
    else if ('issue' in encoded) verdicts.push(tell(path, 'invalid', encoded.issue, property));
    else if (lock) verdicts.push(tell(path, 'locked', lock, property));
    else if (isSecond) verdicts.push(tell(path, 'invalid', 'stands among the documents too; give it once', property));
    else {
      verdicts.push(tell(path, 'send', undefined, property));
      sent.set(path, encoded.wire);
    }
  }
  const notes = [...sent.keys()].flatMap((path) => notesOn(of, situation.standing, [path]));
  const wire = sent.size > 0 ? [...sent.values()] : undefined;
  return { property, verdicts, notes, wire, completed: [] };
};
