import type { Statement, Steps } from './store.ts';

/**
 * Steps as one statement of PostgreSQL, in which each but the first waits for those before it.
 *
 * @param patience How many milliseconds it waits for a lock of another transaction; as its own one does, if not given.
 */
export const join = (steps: Steps, patience?: number): Statement => {
  const values: unknown[] = [];
  const wait = patience === undefined ? [] : [`(select set_config('lock_timeout', '${patience}', true)) is not null`];
  const parts = steps.map(({ text, rest = 'returning 1', values: own }, index) => {
    const before = values.length;
    values.push(...own);
    const numbered = text.replaceAll(/\$(\d+)/g, (_, number) => `$${before + Number(number)}`);
    const inTurn = ['exists (select 1 from step_0)', `(select count(*) from step_${index - 1}) >= 0`];
    return `step_${index} as (${[numbered, ...(index === 0 ? wait : inTurn)].join(' and ')} ${rest})`;
  });
  return { text: `with ${parts.join(', ')} select * from step_0`, values };
};
