/** @jsxImportSource preact */
import type { LinkStatus, Overview } from '@amend/keep';
import { useState } from 'preact/hooks';
import { because, isKept, type Tellings, useTold } from './keeper.ts';
import { Empty, Entry, Problems } from './parts.tsx';
import { Table } from './table.tsx';

/** A time to the minute, which is the same wherever it is read. */
const clock = (time: number): string => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const pausedOf = ({ paused }: Pick<Overview, 'paused'>): string =>
  paused ? `paused until ${clock(paused.until)}: it ${because[paused.reason]} (${paused.failures} failures)` : '';

const overviewRow = (one: Overview) => [
  one.provider,
  one.pending,
  Object.entries(one.held)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ') || 0,
  one.oldest === undefined ? '' : clock(one.oldest),
  pausedOf(one),
];

const fieldRow = (field: string, state: string, since: number, why: string | undefined) => [
  <code key="field">{field}</code>,
  state,
  clock(since),
  why,
];

/** A user at one provider. */
const Link = ({ link }: { link: LinkStatus }) => {
  const { provider, state, reason, message, verification, nextAt, fields, drift } = link;
  const drifted = 'The provider has another value than it was last seen with, or none.';
  const rows = [
    ...fields.map((each) =>
      fieldRow(each.field, each.state, each.since, each.message ?? (each.reason && because[each.reason])),
    ),
    ...Object.entries(drift).map(([field, since]) => fieldRow(field, 'drifted', since, drifted)),
  ];
  const facts = [
    verification && `The user is ${verification}.`,
    reason && because[reason],
    fields.some((field) => field.message === message) ? undefined : message,
    nextAt !== undefined && `It is looked at again at ${clock(nextAt)}, or when something wakes it.`,
    link.paused && `The provider is ${pausedOf(link)}.`,
  ];
  return (
    <section>
      <h3>
        {provider}: {state}
      </h3>
      <p dir="auto">{facts.filter(Boolean).join(' ')}</p>
      {rows.length > 0 && (
        <Table name={`Fields at ${provider}`} head={['Field', 'State', 'Since', 'What it waits for']} rows={rows} />
      )}
    </section>
  );
};

const Links = ({ userId }: { userId: string }) => {
  const { content, error } = useTold<Tellings['user']>(`users/${encodeURIComponent(userId)}`);
  return (
    <>
      <Problems of={[error?.message]} />
      {content?.links.map((link) => (
        <Link key={link.provider} link={link} />
      ))}
    </>
  );
};

const Overviews = () => {
  const { content, error } = useTold<Tellings['overview']>('overview');
  return (
    <section>
      <Problems of={[error?.message]} />
      <h2>What is open</h2>
      <Table
        name="What is open, by provider"
        head={['Provider', 'Pending', 'Held', 'Oldest', 'Next turn']}
        rows={(content?.providers ?? []).map(overviewRow)}
      />
    </section>
  );
};

/** What a keeper keeps in step, and what waits; of a user whom one names, whose name goes into no address, each field. */
export const KeeperView = () => {
  const [typed, setTyped] = useState('');
  const [userId, setUserId] = useState('');
  const show = (event: Event): void => {
    event.preventDefault();
    setUserId(typed.trim());
  };
  if (!isKept) return <Empty>No keeper is here: amend keep run --page 4030 serves this page with one.</Empty>;
  return (
    <>
      <Overviews />
      <section>
        <h2>A user</h2>
        <form class="choices" onSubmit={show}>
          <Entry label="Your id of the user" value={typed} onChange={setTyped} />
          <button type="submit">Show the links</button>
        </form>
        {userId ? (
          <Links key={userId} userId={userId} />
        ) : (
          <Empty>
            What each field of a user is at each provider, and what it waits for, stands here; no value does.
          </Empty>
        )}
      </section>
    </>
  );
};
