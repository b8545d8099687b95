import { statusGroups } from '@amend/contract';
import { type FieldState, fieldsFor, memberStates } from './fields-for.ts';
import { type Group, groupOf, rankOf } from './matrix/groups.ts';
import type { State } from './matrix/states.ts';
import type { Told } from './matrix/told.ts';
import type { AnyUserOperation } from './user-operation.ts';

export { type Group, shortName } from './matrix/groups.ts';
export { type State, stateNames, states, type Wording } from './matrix/states.ts';
export { loadSubjects, loadTold } from './matrix/subjects.ts';
export { briefly, type Doubt, type Told } from './matrix/told.ts';

/** An update that the matrix tells of. */
export interface Subject {
  readonly provider: string;
  /** What tells it from the provider's others: `individual`, `replace`. */
  readonly variant?: string;
  readonly operation: AnyUserOperation;
}

/** One update in one status; without `status`, the provider holds none. */
export interface Column {
  readonly provider: string;
  readonly variant?: string;
  /** Ours; by themselves, with commas between them, words of the provider's that its rules name. */
  readonly status?: string;
}

interface Cell extends Column {
  readonly state: State;
  /** Why, in one sentence. */
  readonly reason: string;
  /** The kinds of document that cannot be added, and why. */
  readonly lockedKinds?: Readonly<Record<string, string>>;
}

export interface Row {
  readonly field: string;
  readonly label: string;
  readonly group: Group;
  /** One for each column, in the same order. */
  readonly cells: readonly Cell[];
}

/** Every field that some update has a place for, at every provider, in every status. */
export interface Matrix {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How the statuses arrive by themselves. */
  readonly told: readonly Told[];
}

interface Survey {
  readonly column: Column;
  readonly operation: AnyUserOperation;
  readonly fields: ReadonlyMap<string, FieldState>;
}

/** The statuses that an operation's rules tell apart: the name of each, and one that is judged for it. */
export const statusesFor = ({
  reader,
  rules,
}: AnyUserOperation): readonly (readonly [name: string, word: string])[] => {
  const groups = reader.verification && rules?.words ? statusGroups(reader.verification, rules) : [];
  const told = groups.map(({ name, words: [word = name], status }) => [name, name === status ? name : word] as const);
  return told.length > 0 ? told : (['unverified', 'verified'] as const).map((status) => [status, status]);
};

const survey = ({ operation, ...subject }: Subject): Survey[] =>
  // Nobody knows the status where none is held.
  (operation.reader.verification ? statusesFor(operation) : [[undefined, 'unknown'] as const]).map(
    ([status, word]) => ({
      column: { ...subject, ...(status && { status }) },
      operation,
      fields: new Map(
        fieldsFor(operation, word)
          .flatMap((state) => [state, ...memberStates(operation, state, word)])
          .map((state) => [state.field, state]),
      ),
    }),
  );

/** What a matrix says of a field that an operation has a place for. */
export const stateOf = (operation: AnyUserOperation, { editable, lock, lockedKinds, required }: FieldState): State => {
  if (editable) return lockedKinds ? 'by-kind' : operation.rules?.documented ? 'editable' : 'undocumented';
  if (lock?.kind !== 'never') return 'locked';
  return required ? 'echo' : 'never';
};

const cellOf = ({ column, operation, fields }: Survey, field: string): Cell => {
  const found = fields.get(field);
  if (!found) return { ...column, state: 'absent', reason: `${field} has no place at ${column.provider}.` };
  return {
    ...column,
    state: stateOf(operation, found),
    reason: found.reason,
    ...(found.lockedKinds && { lockedKinds: found.lockedKinds }),
  };
};

/** The matrix of some updates. A field that none of them has is left out. */
export const makeMatrix = (subjects: readonly Subject[], told: readonly Told[] = []): Matrix => {
  const surveys = subjects.flatMap(survey);
  const labels = new Map(
    surveys.flatMap(({ fields }) => [...fields.values()].map(({ field, label }): [string, string] => [field, label])),
  );
  const rows = [...labels]
    .map(([field, label]) => ({
      field,
      label,
      group: groupOf(field),
      cells: surveys.map((one) => cellOf(one, field)),
    }))
    .sort((one, other) => rankOf(one.field) - rankOf(other.field));
  return { columns: surveys.map(({ column }) => column), rows, told };
};
