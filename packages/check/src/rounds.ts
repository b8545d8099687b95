import type { Subject } from 'amend/providers';
import { type Cell, type CheckedOperation, cellsOf, namesOf, type Standing, standingsOf } from './cells.ts';

/** The updates of some kinds of users. */
export const updatesOf = (subjects: readonly Subject[]): readonly CheckedOperation[] =>
  subjects.flatMap(({ type, operations }) =>
    Object.entries(operations).flatMap(([name, operation]) => (operation.rules ? [{ type, name, operation }] : [])),
  );

export interface Round {
  readonly checked: CheckedOperation;
  readonly standing: Standing;
  readonly cells: readonly Cell[];
}

/** What is tried, in the order in which a user comes to it: all updates in one status, and then the next. */
export const roundsOf = (subjects: readonly Subject[]): readonly Round[] =>
  subjects.flatMap((subject) => {
    const updates = updatesOf([subject]);
    const [first] = updates;
    return (first ? standingsOf(first.operation) : []).flatMap((standing) =>
      updates.map((checked) => ({ checked, standing, cells: cellsOf(checked, standing) })),
    );
  });

/** For each status in which a user is tried, what a user that is there already may be named by. */
export const givenNames = (subject: Subject): readonly (readonly string[])[] =>
  updatesOf([subject])
    .slice(0, 1)
    .flatMap(({ operation }) => standingsOf(operation).map(namesOf));

/** The most requests that may change something, if all agrees: to know before one begins. */
export const plannedWrites = (subjects: readonly Subject[]): number =>
  roundsOf(subjects).reduce(
    (sum, { cells }) => sum + cells.filter(({ allowed, member }) => !allowed || member).length + 2,
    0,
  ) +
  2 * subjects.length;
