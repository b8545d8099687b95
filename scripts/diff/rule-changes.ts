import type { Source } from '@amend/contract';
import { pointer } from './change.ts';
import { type ChangedRule, changedRules } from './changed-rules.ts';
import type { ReadContract } from './contract-facts.ts';
import { type Said, sayRules } from './rule-words.ts';
import { isSameFact } from './same-fact.ts';
import { fieldsIn, sendersOf } from './senders.ts';

/** Whether the source of a rule differs as well, and where not, whether that is right. */
export type SourceVerdict = 'changed' | 'explained' | 'new' | 'gone' | 'unchanged';

/** A rule that differs, for a reviewer. */
export interface RuleChange {
  /** The property, schema or operation. */
  readonly name: string;
  /** As the matrix calls them; none where no mapping sends it. */
  readonly places: readonly { readonly subject: string; readonly fields: readonly string[] }[];
  readonly says: readonly Said[];
  readonly sources: { readonly was: readonly Source[]; readonly is: readonly Source[] };
  readonly source: SourceVerdict;
  /** The conflicts that explain why the source is the same. */
  readonly conflicts: readonly string[];
  /** JSON Pointer of the node. */
  readonly at: string;
  readonly file: string;
  readonly line: number;
}

const verdictOf = ({ was, is, isUnsourced, conflicts }: ChangedRule): SourceVerdict => {
  if (!was) return 'new';
  if (!is) return 'gone';
  if (isUnsourced) return 'unchanged';
  return conflicts.length > 0 && isSameFact(was.sources, is.sources) ? 'explained' : 'changed';
};

const nameOf = (path: readonly string[], { contract }: ReadContract): string => {
  const [section, one = '', two = '', four, property] = path;
  if (section === 'paths') {
    const methods = contract.document.paths?.[one] as Readonly<Record<string, { operationId?: string }>> | undefined;
    return methods?.[two]?.operationId ?? path.slice(1).join(' ');
  }
  if (section !== 'components') return path.join('.');
  return four === 'properties' && property ? `${property} (${two})` : two;
};

const placesOf = (
  [components, schemas, schema = '', , property = '']: readonly string[],
  { model, mapping }: ReadContract,
): RuleChange['places'] =>
  components === 'components' && schemas === 'schemas'
    ? sendersOf(model, mapping, schema).map(({ subject, rows }) => ({ subject, fields: fieldsIn(rows, property) }))
    : [];

/** The rules that differ between two versions of a contract. */
export const ruleChanges = (was: ReadContract, is: ReadContract): RuleChange[] =>
  changedRules(was.contract.document, is.contract.document).map((changed) => {
    const { path, holds, conflicts } = changed;
    const version = changed.is ? is : was;
    const [key] = Object.keys(changed.is?.rule ?? {});
    return {
      name: nameOf(path, version),
      places: holds.flatMap((place) => placesOf(place, version)),
      says: sayRules(changed.was?.rule, changed.is?.rule),
      sources: { was: changed.was?.sources ?? [], is: changed.is?.sources ?? [] },
      source: verdictOf(changed),
      conflicts,
      at: pointer(...path),
      file: is.contract.path,
      line: is.contract.lineOf(key === undefined ? path : [...path, key]),
    };
  });
