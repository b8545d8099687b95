/** @jsxImportSource preact */
import type { Planned } from './accounts.ts';
import { Sign } from './sign.tsx';
import { Table } from './table.tsx';

/** What a plan is, in words. */
export const states = { ready: 'ready', blocked: 'blocked', empty: 'nothing to send' } as const;

/** Where the change is read first: every field at every provider. */
export const Overview = ({ plans }: { plans: readonly Planned[] }) => {
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
