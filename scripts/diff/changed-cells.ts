import {
  allows,
  type JudgedStatus,
  judgedStatusOf,
  type MemberRule,
  type PropertyRule,
  statusesOf,
} from '@amend/contract';
import type { ReadContract } from './contract-facts.ts';
import { statuses } from './rule-words.ts';
import { fieldsIn, sendersOf } from './senders.ts';

/** What a cell of the matrix says, in its words. */
export type Cell = 'yes' | 'yes*' | 'kind' | 'lock' | 'never' | 'echo' | '-';

/** In our statuses, and in each word of the provider's that the rules of a version name. */
type Cells = Readonly<Record<(typeof statuses)[number], Cell> & { [word: string]: Cell }>;

/** A row of the matrix in which a cell differs. */
export interface CellChange {
  readonly subject: string;
  readonly field: string;
  readonly was: Cells;
  readonly is: Cells;
}

type Version = Pick<ReadContract, 'model' | 'mapping'>;

interface Standing {
  readonly status: JudgedStatus;
  readonly word?: string;
}

const cellOf = (
  rule: PropertyRule | (MemberRule & { required: false }),
  documented: boolean,
  { status, word }: Standing,
  kind?: string,
): Cell => {
  const when = statusesOf(rule, kind);
  if (when.length === 0) return rule.required ? 'echo' : 'never';
  if (!allows(when, status, word)) return 'lock';
  const kinds = kind === undefined && 'items' in rule ? Object.keys(rule.items?.kinds ?? {}) : [];
  if (kinds.some((each) => !allows(statusesOf(rule, each), status, word))) return 'kind';
  return documented ? 'yes' : 'yes*';
};

/** Members that have a rule of their own, by the provider's names: which fields of ours they are, no mapping tells here. */
const membersOf = ({ members = {} }: MemberRule, place: string): (readonly [string, MemberRule])[] =>
  Object.entries(members).flatMap(([name, rule]) => [
    [`${place}.${name}`, rule] as const,
    ...membersOf(rule, `${place}.${name}`),
  ]);

/** The words that rules name. */
const wordsIn = ({ model }: Version): string[] =>
  model.operations.flatMap(({ body }) => (body?.schemas ?? []).flatMap(({ rules }) => Object.keys(rules?.words ?? {})));

/** The rows of a contract's part of the matrix, by subject and field. */
const rowsOf = ({ model, mapping }: Version, words: readonly string[]): Map<string, Omit<CellChange, 'was'>> => {
  const bodies = model.operations.flatMap(({ body }) => body?.schemas ?? []);
  const rows = bodies.flatMap(({ name = '', rules }) =>
    sendersOf(model, mapping, name).flatMap(({ subject, rows: mapped }) =>
      Object.entries(rules?.properties ?? {}).flatMap(([property, rule]) => {
        if ('role' in rule) return [];
        const row = mapped[property];
        // Of a list of documents the second field is one kind of them, whose name stands last.
        const kindOf = (at: number) =>
          row?.is === 'documents' && at > 0 ? String([row.value].flat().at(-1)) : undefined;
        const named = fieldsIn(mapped, property);
        const fields = named.length > 0 || row ? named : [property];
        const rowOf = (field: string, judged: Parameters<typeof cellOf>[0], kind?: string): Omit<CellChange, 'was'> => {
          const cell = (status: JudgedStatus, word?: string) => {
            const standing: Standing = model.verification ? { status, ...(word && { word }) } : { status: 'unknown' };
            return cellOf(judged, rules?.documented ?? false, standing, kind);
          };
          const named = words.map((word) => [word, cell(judgedStatusOf(model.verification, word), word)] as const);
          const ours = { unverified: cell('unverified'), verified: cell('verified') };
          return { subject, field, is: { ...ours, ...Object.fromEntries(named) } };
        };
        return [
          ...fields.map((field, at) => rowOf(field, rule, kindOf(at))),
          ...membersOf(rule, property).map(([place, member]) => rowOf(place, { ...member, required: false })),
        ];
      }),
    ),
  );
  return new Map(rows.map((row) => [JSON.stringify([row.subject, row.field]), row]));
};

/** The cells of the matrix that differ between two versions of a contract. */
export const changedCells = (before: Version, after: Version): CellChange[] => {
  const words = [...new Set([...wordsIn(before), ...wordsIn(after)])];
  const [had, has] = [rowsOf(before, words), rowsOf(after, words)];
  const absent: Cells = Object.fromEntries([...statuses, ...words].map((status) => [status, '-'])) as Cells;
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key) => {
    const row = has.get(key) ?? had.get(key);
    const [was, is] = [had.get(key)?.is ?? absent, has.get(key)?.is ?? absent];
    return row && Object.keys(absent).some((status) => was[status] !== is[status]) ? [{ ...row, was, is }] : [];
  });
};
