/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { useAsked } from './asked.ts';
import type { Mock } from './mock.ts';
import type { Act } from './mock-rows.tsx';
import { Choice, Empty, Entry } from './parts.tsx';
import { providerNames } from './subjects.ts';
import { Table } from './table.tsx';

interface Subscription {
  readonly id: string;
  readonly provider: string;
  readonly url: string;
  readonly paused: boolean;
}

interface Delivery extends Pick<Subscription, 'provider'> {
  readonly number: number;
  readonly event?: string;
  readonly user?: string;
  readonly state: string;
  readonly answers: readonly unknown[];
}

/** Who is told when a status moves, and what was sent. */
export const Webhooks = ({ mock, act, done }: { mock: Mock; act: Act; done: unknown }) => {
  const since = [mock.log.length, mock.users, done];
  const subscriptions = useAsked<Subscription>(mock, '/webhooks', since);
  const deliveries = useAsked<Delivery>(mock, '/webhooks/deliveries', since);
  const [provider, setProvider] = useState(providerNames[0] ?? '');
  const [url, setUrl] = useState('http://localhost:3000/hooks');
  const [secret, setSecret] = useState('');
  const subscribe = () => act('/webhooks', 'POST', { provider, url, ...(secret && { secret }) });
  return (
    <section>
      <h2>Webhooks</h2>
      <div class="choices">
        <Choice
          label="Provider"
          value={provider}
          options={providerNames.map((name) => [name, name])}
          onChoose={setProvider}
        />
        <Entry label="To an address of this machine" value={url} onChange={setUrl} />
        <Entry label="Signed under" value={secret} onChange={setSecret} />
        <button type="button" onClick={subscribe}>
          Subscribe
        </button>
      </div>
      {subscriptions.length > 0 && (
        <Table
          name="Subscriptions"
          kind="steered"
          head={['Provider', 'Address', 'State', 'Example', 'End']}
          rows={subscriptions.map((each) => [
            each.provider,
            <code key="url">{each.url}</code>,
            each.paused ? 'paused' : 'told',
            <button key="example" type="button" onClick={() => act('/webhooks/examples', 'POST', { to: each.id })}>
              Send an example
            </button>,
            <button key="end" type="button" onClick={() => act(`/webhooks/${each.id}`, 'DELETE')}>
              Unsubscribe
            </button>,
          ])}
        />
      )}
      {deliveries.length === 0 ? (
        <Empty>None sent yet: nobody has asked to be told, or no status has moved.</Empty>
      ) : (
        <Table
          name="Webhooks sent"
          kind="steered"
          head={['No.', 'Provider', 'Event', 'User', 'State', 'Answers', 'Repeat']}
          rows={deliveries.toReversed().map((each) => [
            each.number,
            each.provider,
            each.event,
            each.user,
            each.state,
            each.answers.join(', '),
            <button key="again" type="button" onClick={() => act(`/webhooks/deliveries/${each.number}`, 'POST')}>
              Send again
            </button>,
          ])}
        />
      )}
    </section>
  );
};
