/** @jsxImportSource preact */
import type { Planned } from './accounts.ts';
import { Sign } from './sign.tsx';

/** What a plan is, in words. */
export const states = { ready: 'ready', blocked: 'blocked', empty: 'nothing to send' } as const;

/** Where the change is read first: every field at every provider. */
export const Overview = ({ plans }: { plans: readonly Planned[] }) => {
  const fields = [...new Set(plans.flatMap(({ plan }) => plan.fields.map(({ field }) => field)))];
  return (
    <div class="overview">
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            {plans.map(({ subject }) => (
              <th scope="col" key={subject.provider}>
                {subject.provider}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              {plans.map(({ subject, plan }) => {
                const verdict = plan.fields.find((each) => each.field === field)?.verdict;
                return (
                  <td key={subject.provider} class={`is-${verdict}`}>
                    {verdict && <Sign of={verdict} />} {verdict}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">So the plan is</th>
            {plans.map(({ subject, plan }) => (
              <td key={subject.provider} class={`is-${plan.state}`}>
                {states[plan.state]}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
