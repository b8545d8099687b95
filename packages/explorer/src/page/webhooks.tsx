/** @jsxImportSource preact */
import type { ShownDelivery, ShownSubscription } from '@amend/mock';
import { useState } from 'preact/hooks';
import { type Mock, useAsked } from './mock.ts';
import type { Act } from './mock-rows.tsx';
import { Button, Choice, Empty, Entry } from './parts.tsx';
import { providerNames, providerOptions } from './subjects.ts';
import { Table } from './table.tsx';

/** Who is told when a status moves, and what was sent. */
export const Webhooks = ({ mock, act, done }: { mock: Mock; act: Act; done: unknown }) => {
  const since = [mock.log, mock.users, done];
  const subscriptions = useAsked<ShownSubscription>(mock, '/webhooks', since);
  const deliveries = useAsked<ShownDelivery>(mock, '/webhooks/deliveries', since);
  const [provider, setProvider] = useState(providerNames[0] ?? '');
  const [url, setUrl] = useState('http://localhost:3000/hooks');
  const [secret, setSecret] = useState('');
  const subscribe = () => act('/webhooks', 'POST', { provider, url, ...(secret && { secret }) });
  return (
    <section>
      <h2>Webhooks</h2>
      <div class="choices">
        <Choice label="Provider" value={provider} options={providerOptions} onChange={setProvider} />
        <Entry label="To an address of this machine" value={url} onChange={setUrl} />
        <Entry label="Signed under" value={secret} onChange={setSecret} />
        <Button onClick={subscribe} text="Subscribe" />
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
            <Button
              key="example"
              onClick={() => act('/webhooks/examples', 'POST', { to: each.id })}
              text="Send an example"
            />,
            <Button key="end" onClick={() => act(`/webhooks/${each.id}`, 'DELETE')} text="Unsubscribe" />,
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
          rows={deliveries
            .toReversed()
            .map((each) => [
              each.number,
              each.provider,
              each.event,
              each.user,
              each.state,
              each.answers.join(', '),
              <Button
                key="again"
                onClick={() => act(`/webhooks/deliveries/${each.number}`, 'POST')}
                text="Send again"
              />,
            ])}
        />
      )}
    </section>
  );
};
