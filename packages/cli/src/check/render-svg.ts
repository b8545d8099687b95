import type { Checked, CheckedCell, Verdict } from '@amend/check';
import { type Column, makeMatrix, type Subject } from 'amend/matrix';
import type { Subject as ListedSubject } from 'amend/providers';
import { drawMatrix } from '../matrix/render-svg.ts';

/** Of several cells that one sign stands for, the one that says most. */
const ranks: readonly Verdict[] = ['differs', 'undecided', 'not-tried', 'agrees'];

const variantOf = (type: string, operation: string): string => `${type} ${operation}`;

const updatesIn = (subjects: readonly ListedSubject[]): readonly Subject[] =>
  subjects.flatMap(({ provider, type, operations }) =>
    Object.entries(operations).flatMap(([name, operation]) =>
      operation.rules ? [{ provider, variant: variantOf(type, name), operation }] : [],
    ),
  );

const isIn = ({ variant, status }: Column, cell: CheckedCell): boolean =>
  variantOf(cell.type, cell.operation) === variant && cell.status === (status ?? 'unknown');

/** The matrix of a provider, each cell marked with what became of it. */
export const renderSvg = ({ provider, cells }: Checked, subjects: readonly ListedSubject[]): string =>
  drawMatrix(makeMatrix(updatesIn(subjects), []), {
    title: `Which rules of ${provider} still hold`,
    lead: 'Each field of an update was tried at the provider, in each status, and read again.',
    markOf: (field, column) => {
      const own = cells.filter((cell) => cell.fields.includes(field) && isIn(column, cell));
      return ranks.find((verdict) => own.some((cell) => cell.verdict === verdict));
    },
  });
