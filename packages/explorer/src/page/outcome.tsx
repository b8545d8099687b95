/** @jsxImportSource preact */
import { type Plan, redact, type Sent, send, type User } from 'amend';
import { useEffect, useState } from 'preact/hooks';
import type { Planned } from './accounts.ts';
import { flatten, textOf } from './change.ts';
import { connect } from './connect.ts';
import type { Mock } from './mock.ts';
import { Button } from './parts.tsx';
import { Table } from './table.tsx';

/** What became of a change that was sent; who it was about is shown as it may be seen. */
interface Outcome {
  readonly plan: Plan;
  readonly before: User;
  readonly sent: Sent | { readonly ok: false; readonly error: Error };
}

const seen = (user: User): Readonly<Record<string, unknown>> => flatten(redact(user));

/** The fields that were sent, and all others that are no more what they were. */
const changesIn = ({ plan, before }: Outcome, after: User) => {
  const [was, is] = [seen(before), seen(after)];
  const sent = plan.fields.flatMap(({ field, verdict }) => (verdict === 'send' ? [field.replace(/\[\d+\]$/, '')] : []));
  const others = Object.keys(is).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
  return [...new Set([...sent, ...others])].map((field) => [field, textOf(was[field]), textOf(is[field])] as const);
};

/** Sends a plan to the mock, and shows what the user was and is. */
export const Sending = ({ planned, mock, change }: { planned: Planned; mock: Mock; change: object }) => {
  const { subject, account, plan } = planned;
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setOutcome(undefined), [change, account.id]);
  const act = async (): Promise<void> => {
    setBusy(true);
    const before = account.current ?? {};
    const sent = await connect(subject.provider, mock.address)
      .then((client) => send(plan, client))
      .catch((error: Error) => ({ ok: false as const, error }));
    setOutcome({ plan, before, sent });
    setBusy(false);
    await mock.reload();
  };
  const { sent } = outcome ?? {};
  return (
    <div class="sending">
      {plan.state === 'ready' && (
        <Button
          class="main send"
          disabled={isBusy}
          onClick={act}
          text={isBusy ? 'Sending…' : `Send to the mock’s ${subject.provider}`}
        />
      )}
      <div role="status">
        {sent && !sent.ok && <p class="problem">{sent.error.message}</p>}
        {outcome && sent?.ok && (
          <>
            <Table
              name={`What ${subject.provider} had, and has now`}
              head={['Field', 'Before', 'After']}
              rows={changesIn(outcome, sent.data).map(([field, was, is]) => [
                <b key={field}>{field}</b>,
                was || '–',
                is || '–',
              ])}
            />
            {sent.notTaken.length > 0 && <p class="problem">Not taken: {sent.notTaken.join(', ')}.</p>}
          </>
        )}
      </div>
    </div>
  );
};
