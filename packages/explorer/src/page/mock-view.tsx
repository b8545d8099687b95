/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { useContractOf } from './data.ts';
import { type Act, faults, logRow, userRow } from './mock-rows.tsx';
import { Button, Choice, Empty } from './parts.tsx';
import type { Part } from './state.ts';
import { providerNames, providerOptions } from './subjects.ts';
import { Table } from './table.tsx';
import { Webhooks } from './webhooks.tsx';

/** What the mock has, and what is to become of it. */
export const MockView = ({ state, mock }: Part) => {
  const [provider, setProvider] = useState(providerNames[0] ?? '');
  const [fault, setFault] = useState(Object.keys(faults)[0] ?? '');
  const [said, say] = useState({ text: '' });
  const contractOf = useContractOf();
  const { address, ask, reload, users, log, problem } = mock;
  const act: Act = (path, method, body) =>
    void ask(path, method, body).then(
      () => {
        say({ text: 'Done.' });
        return reload();
      },
      ({ message }: Error) => say({ text: message }),
    );
  if (address === undefined) return <Empty>{problem}</Empty>;
  return (
    <>
      <p role="status" class="hint">
        {said.text}
      </p>
      <section>
        <header>
          <h2>Users</h2>
          <Button onClick={() => act('/reset', 'POST')} text="Reset the mock" />
        </header>
        <Table
          name="Users of the mock"
          kind="steered"
          head={['Provider', 'User', 'Status', 'Later']}
          rows={users.map((user) => userRow(user, state, act))}
        />
      </section>
      <section>
        <h2>What goes wrong next</h2>
        <div class="choices">
          <Choice label="Provider" value={provider} options={providerOptions} onChange={setProvider} />
          <Choice
            label="The next time, it"
            value={fault}
            options={Object.keys(faults).map((name) => [name])}
            onChange={setFault}
          />
          <Button onClick={() => act('/faults', 'POST', { provider, ...faults[fault] })} text="Ask for it" />
          <Button onClick={() => act('/faults', 'DELETE')} text="Drop all faults" />
        </div>
      </section>
      <Webhooks mock={mock} act={act} done={said} />
      <section>
        <h2>Log</h2>
        {log.length === 0 ? (
          <Empty>No request yet. What this page sends stands here, and what your program sends.</Empty>
        ) : (
          <Table
            name="Requests to the mock, the latest first"
            head={['No.', 'Time', 'Operation', 'Request', 'Fields', 'Status', 'Why refused']}
            rows={log.toReversed().map((logged) => logRow(logged, contractOf))}
          />
        )}
      </section>
    </>
  );
};
