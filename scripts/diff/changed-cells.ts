import { allows, type JudgedStatus, type PropertyRule, statusesOf } from '@amend/contract';
import type { ReadContract } from './contract-facts.ts';
import { statuses } from './rule-words.ts';
import { fieldsIn, sendersOf } from './senders.ts';

/** What a cell of the matrix says, in its words. */
export type Cell = 'yes' | 'yes*' | 'kind' | 'lock' | 'never' | 'echo' | '-';

type Cells = Readonly<Record<(typeof statuses)[number], Cell>>;

/** A row of the matrix in which a cell differs. */
export interface CellChange {
  readonly subject: string;
  readonly field: string;
  readonly was: Cells;
  readonly is: Cells;
}

type Version = Pick<ReadContract, 'model' | 'mapping'>;

const absent: Cells = { unverified: '-', verified: '-' };

const cellOf = (rule: PropertyRule, documented: boolean, status: JudgedStatus, kind?: string): Cell => {
  const when = statusesOf(rule, kind);
  if (when.length === 0) return rule.required ? 'echo' : 'never';
  if (!allows(when, status)) return 'lock';
  const kinds = kind === undefined ? Object.keys(rule.items?.kinds ?? {}) : [];
  if (kinds.some((each) => !allows(statusesOf(rule, each), status))) return 'kind';
  return documented ? 'yes' : 'yes*';
};

/** The rows of a contract's part of the matrix, by subject and field. */
const rowsOf = ({ model, mapping }: Version): Map<string, Omit<CellChange, 'was'>> => {
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
        return fields.map((field, at): Omit<CellChange, 'was'> => {
          const cell = (status: JudgedStatus) =>
            cellOf(rule, rules?.documented ?? false, model.verification ? status : 'unknown', kindOf(at));
          return { subject, field, is: { unverified: cell('unverified'), verified: cell('verified') } };
        });
      }),
    ),
  );
  return new Map(rows.map((row) => [JSON.stringify([row.subject, row.field]), row]));
};

/** The cells of the matrix that differ between two versions of a contract. */
export const changedCells = (before: Version, after: Version): CellChange[] => {
  const [had, has] = [rowsOf(before), rowsOf(after)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key) => {
    const row = has.get(key) ?? had.get(key);
    const [was, is] = [had.get(key)?.is ?? absent, has.get(key)?.is ?? absent];
    return row && statuses.some((status) => was[status] !== is[status]) ? [{ ...row, was, is }] : [];
  });
};
