import type { Plan, Verdict } from 'amend';
import { inFlags } from './in-flags.ts';
import type { Style } from './style.ts';
import { type Cell, renderTable, wrap } from './table.ts';

const colours = {
  send: 'green',
  echo: 'gray',
  unchanged: 'gray',
  unsupported: 'yellow',
  locked: 'red',
  invalid: 'red',
  missing: 'red',
} as const satisfies Record<Verdict, string>;

const states = { ready: 'green', blocked: 'red', empty: 'gray' } as const satisfies Record<Plan['state'], string>;

const stateSentences: Record<Plan['state'], string> = {
  ready: 'ready',
  blocked: 'blocked: nothing is sent',
  empty: 'nothing to send',
};

const renderNote = (text: string, { paint, columns }: Style): string =>
  wrap(text, columns - 4)
    .map((line, index) => paint('gray', `  ${index === 0 ? '' : '  '}${line}`))
    .join('\n');

/** One plan: its state, a row for each field, and what else is to be known. */
const renderPlan = ({ provider, operation, state, fields, notes }: Plan, style: Style): string => {
  const { paint, columns } = style;
  const head = `${paint('bold', provider)} ${operation}: ${paint(states[state], stateSentences[state])}`;
  const rows = fields.map(({ field, verdict, message = '' }): (Cell | string)[] => [
    field,
    { text: verdict, paint: (text) => paint(colours[verdict], text) },
    inFlags(message),
  ]);
  const table = rows.length > 0 ? [renderTable(rows, columns, '  ')] : [];
  return [head, ...table, ...notes.map(({ kind, message }) => renderNote(`${kind}: ${inFlags(message)}`, style))].join(
    '\n',
  );
};

/** What becomes of a change at each provider, and why. */
export const renderPlans = (plans: readonly Plan[], style: Style): string =>
  plans.map((plan) => renderPlan(plan, style)).join('\n\n');
