/** @jsxImportSource preact */
import type { Plan } from 'amend';
import { useMemo } from 'preact/hooks';
import { type Planned, plansOf } from './accounts.ts';
import { shownOf } from './change.ts';
import { later } from './later.tsx';
import { Button, Empty } from './parts.tsx';
import type { PartOf } from './request.tsx';
import { Sign } from './sign.tsx';
import type { Part } from './state.ts';
import { Table } from './table.tsx';

const Request = later<PartOf>(async () => (await import('./request.tsx')).Request);

/** What a plan is, in words. */
const states = { ready: 'ready', blocked: 'blocked', empty: 'nothing to send' } as const;

/** Where the change is read first: every field at every provider. */
const Overview = ({ plans }: { plans: readonly Planned[] }) => {
  const fields = [...new Set(plans.flatMap(({ plan }) => plan.fields.map(({ field }) => field)))];
  const verdicts = fields.map((field) => [
    field,
    ...plans.map(({ plan }) => {
      const verdict = plan.fields.find((each) => each.field === field)?.verdict;
      return (
        verdict && (
          <span key={plan.provider} class={`is-${verdict}`}>
            <Sign of={verdict} /> {verdict}
          </span>
        )
      );
    }),
  ]);
  const sums = plans.map(({ plan: { provider, state } }) => (
    <b key={provider} class={`is-${state}`}>
      {states[state]}
    </b>
  ));
  return (
    <Table
      name="What becomes of each field at each provider"
      kind="overview"
      head={['Field', ...plans.map(({ plan }) => plan.provider)]}
      rows={[...verdicts, [<b key="sum">So the plan is</b>, ...sums]]}
    />
  );
};

const Verdicts = ({ plan }: { plan: Plan }) => (
  <ul class="verdicts">
    {plan.fields.map(({ field, verdict, property, message }, index) => (
      <li key={`${field} ${index}`} data-field={field} data-verdict={verdict}>
        <Sign of={verdict} />
        <p dir="auto">
          <b>{field}</b> <span class={`told is-${verdict}`}>{verdict}</span>
          {message ? ` ${message.slice(field.length + 1)}` : property ? ` as ${property}` : ''}
        </p>
      </li>
    ))}
    {plan.notes.map(({ kind, field, message }) => (
      <li key={`${kind} ${field}`} class="note">
        <span aria-hidden="true">※</span>
        <p>{message}</p>
      </li>
    ))}
  </ul>
);

const sentenceOf = ({ provider, state, fields }: Plan): string => {
  const blocking = fields.filter(({ verdict }) => ['locked', 'invalid', 'missing'].includes(verdict));
  const told = blocking.map(({ field, verdict }) => `${field} is ${verdict}`).join(', ');
  return `${provider}: ${states[state]}${told && `, ${told}`}.`;
};

/** What every provider does with the change, and the request that says so. */
export const Plans = ({ state, set, mock }: Part) => {
  const { subject, status, change, skip, users } = state;
  // A request is signed anew for a new plan, and not for each line of the log.
  const plans = useMemo(() => plansOf(state, mock.users), [subject, status, change, skip, users, mock.users]);
  const isEmpty = Object.keys(change).length === 0;
  const { hidden } = shownOf(change);
  return (
    <section class="plans" aria-labelledby="plans">
      <header>
        <h2 id="plans">What becomes of it</h2>
        <label class="switch">
          <input type="checkbox" checked={skip} onChange={() => set({ skip: !skip })} />
          <span>Leave out what is locked</span>
        </label>
        {!isEmpty && <Button onClick={() => set({ change: {} })} text="Start again" />}
      </header>
      <p class="only-heard" role="status">
        {isEmpty ? '' : plans.map(({ plan }) => sentenceOf(plan)).join(' ')}
      </p>
      {isEmpty ? (
        <Empty>Write a new value beside a field. Each provider says at once what becomes of it, and why.</Empty>
      ) : (
        <Overview plans={plans} />
      )}
      {hidden > 0 && (
        <p class="hint">
          {hidden === 1 ? 'One field is' : `${hidden} fields are`} in no address: private, or the provider’s own.
        </p>
      )}
      {!isEmpty &&
        plans.map((planned) => (
          <article key={planned.plan.provider} class="card">
            <header>
              <h3>{planned.plan.provider}</h3>
              <span class={`state is-${planned.plan.state}`}>{states[planned.plan.state]}</span>
            </header>
            <Verdicts plan={planned.plan} />
            <Request planned={planned} state={state} set={set} mock={mock} />
          </article>
        ))}
    </section>
  );
};
