/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { Mock } from './mock.ts';
import { type Act, faults, logRow, userRow } from './mock-rows.tsx';
import { Choice, Empty, Table } from './parts.tsx';
import type { State } from './state.ts';
import { providerNames } from './subjects.ts';

interface Delivery {
  readonly number: number;
  readonly provider: string;
  readonly event?: string;
  readonly user?: string;
  readonly state: string;
  readonly answers: readonly unknown[];
}

/** What the mock has, and what is to become of it. */
export const MockView = ({ state, mock }: { state: State; mock: Mock }) => {
  const [deliveries, setDeliveries] = useState<readonly Delivery[]>([]);
  const [provider, setProvider] = useState(providerNames[0] ?? '');
  const [fault, setFault] = useState(Object.keys(faults)[0] ?? '');
  const [said, say] = useState('');
  const { address, ask, reload, users, log, problem } = mock;
  const follow = () =>
    ask('/webhooks/deliveries').then(
      (found) => setDeliveries(found as readonly Delivery[]),
      () => {},
    );
  useEffect(() => {
    if (address !== undefined) follow();
  }, [address, log.length, users]);
  const act: Act = (path, method, body) =>
    void ask(path, method, body).then(
      () => {
        say('Done.');
        return reload();
      },
      ({ message }: Error) => say(message),
    );
  if (address === undefined) return <Empty>{problem}</Empty>;
  const options = (names: readonly string[]) => names.map((name) => [name, name] as const);
  return (
    <>
      <p role="status" class="hint">
        {said}
      </p>
      <section>
        <header>
          <h2>Users</h2>
          <button type="button" onClick={() => act('/reset', 'POST')}>
            Reset the mock
          </button>
        </header>
        <Table
          name="Users of the mock"
          head={['Provider', 'User', 'Status', 'Later']}
          rows={users.map((user) => userRow(user, state, act))}
        />
      </section>
      <section>
        <h2>What goes wrong next</h2>
        <div class="choices">
          <Choice label="Provider" value={provider} options={options(providerNames)} onChoose={setProvider} />
          <Choice label="The next time, it" value={fault} options={options(Object.keys(faults))} onChoose={setFault} />
          <button type="button" onClick={() => act('/faults', 'POST', { provider, ...faults[fault] })}>
            Let it
          </button>
          <button type="button" onClick={() => act('/faults', 'DELETE')}>
            Drop all faults
          </button>
        </div>
      </section>
      <section>
        <h2>Webhooks sent</h2>
        {deliveries.length === 0 ? (
          <Empty>None yet: nobody has asked to be told, or no status has moved.</Empty>
        ) : (
          <Table
            name="Webhooks sent"
            head={['No.', 'Provider', 'Event', 'User', 'State', 'Answers']}
            rows={deliveries.map((each) => [
              each.number,
              each.provider,
              each.event,
              each.user,
              each.state,
              each.answers.join(', '),
            ])}
          />
        )}
      </section>
      <section>
        <h2>Log</h2>
        {log.length === 0 ? (
          <Empty>No request yet. What this page sends stands here, and what your program sends.</Empty>
        ) : (
          <Table
            name="Requests to the mock, the latest first"
            head={['No.', 'Time', 'Operation', 'Request', 'Fields', 'Status', 'Why refused']}
            rows={log.toReversed().map(logRow)}
          />
        )}
      </section>
    </>
  );
};
