import type { FieldState } from 'amend';
import type { Style } from '../style.ts';
import { type Cell, renderTable } from '../table.ts';
import { createFootnotes } from './footnotes.ts';
import type { FieldList } from './list-fields.ts';

/** Whether something may change, and why: one state for each status. */
interface Line {
  readonly name: string;
  readonly required: boolean;
  readonly states: readonly Pick<FieldState, 'editable' | 'reason'>[];
}

const partsOf = ({ lockedKinds, lockedMembers }: FieldState): Readonly<Record<string, string>> => ({
  ...lockedKinds,
  ...lockedMembers,
});

/** A line for a field, and one for each kind of document, or member of an object, that has rules of its own. */
const linesOf = (states: readonly FieldState[]): Line[] => {
  const kinds = new Set(states.flatMap((state) => Object.keys(partsOf(state))));
  return [
    { name: states[0]?.field ?? '', required: states[0]?.required === true, states },
    ...[...kinds].map((kind) => ({
      name: `  ${kind}`,
      required: false,
      states: states.map((state) => {
        const { editable, reason } = state;
        const parts = partsOf(state);
        const locked = Object.hasOwn(parts, kind) ? parts[kind] : undefined;
        return locked === undefined ? { editable, reason } : { editable: false, reason: locked };
      }),
    })),
  ];
};

/** The reason of the strictest status, without the name that stands at the line's beginning. */
const reasonOf = ({ states, required }: Line): string => {
  const { reason = '' } = states.find(({ editable }) => !editable) ?? states[0] ?? {};
  return (required ? 'required; ' : '') + reason.replace(/^\S+ /, '');
};

/** A table of fields. With several statuses each has its column, and the reason is that of the strictest. */
export const renderFields = ({ provider, type, operation, documented, statuses }: FieldList, style: Style): string => {
  const { paint, columns } = style;
  const footnotes = createFootnotes();
  const heads = statuses.length === 1 ? ['editable'] : statuses.map(({ status }) => status);
  const head = ['field', ...heads, 'reason'].map((text): Cell => ({ text, paint: (same) => paint('bold', same) }));
  const lines = (statuses[0]?.fields ?? []).flatMap((_, index) =>
    linesOf(statuses.flatMap(({ fields }) => fields[index] ?? [])),
  );
  const rows = lines.map((line): (Cell | string)[] => [
    line.name,
    ...line.states.map(({ editable }) =>
      editable
        ? { text: 'yes', paint: (same: string) => paint('green', same) }
        : { text: 'no', paint: (same: string) => paint('red', same) },
    ),
    footnotes.mark(reasonOf(line)),
  ]);
  const title = paint('bold', `${provider} ${type}, ${operation}`);
  const notes = [
    ...(documented ? [] : [`${provider} states no rules by status: what stands here is what its contract takes.`]),
    ...footnotes.lines(),
  ].map((text) => paint('gray', text));
  return [title, '', renderTable([head, ...rows], columns), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
};
