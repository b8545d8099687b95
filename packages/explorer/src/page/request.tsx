/** @jsxImportSource preact */
import { describeRequest, showRequest } from 'amend';
import { useState } from 'preact/hooks';
import type { Planned } from './accounts.ts';
import { Code } from './code.tsx';
import { connect } from './connect.ts';
import { type Data, useContractOf, useFile } from './data.ts';
import { useLoaded } from './loaded.ts';
import { Sending } from './outcome.tsx';
import { Choice, Tabs } from './parts.tsx';
import { referenceTo } from './route.ts';
import { asCommand, asTypeScript } from './snippets.ts';
import type { Part } from './state.ts';

/** What a part of the page about one plan is given. */
export interface PartOf extends Part {
  planned: Planned;
}

/** The forms in which a request is shown; the first two only where it would go out. */
const overTheWire = { http: 'HTTP', curl: 'curl' };
const asPrograms = { ts: 'TypeScript', command: 'Command' };

/** What is sent, in four forms: signed, as it would go out now, and masked. */
const Shown = ({ planned, state, mock }: PartOf) => {
  const { plan, subject } = planned;
  const { provider } = subject;
  const isReady = plan.state === 'ready';
  const shown = isReady ? { ...overTheWire, ...asPrograms } : asPrograms;
  const [chosen, setForm] = useState('http');
  const form = Object.hasOwn(shown, chosen) ? chosen : 'ts';
  const describe = async () => describeRequest(plan, await connect(provider, mock.address));
  const request = useLoaded(() => (isReady ? describe() : undefined), [plan, mock.address]);
  const data = useFile<Data>('data.json');
  const { operationId } = subject.operation;
  const contract = useContractOf()(provider, operationId);
  const write = (): string => {
    if (form === 'command') return asCommand(planned, state.change, state.skip);
    const { error } = form === 'ts' ? data : request;
    if (error) return error.message;
    if (form !== 'ts') return request.content ? showRequest(request.content, form === 'curl' ? form : 'http') : '';
    const code = data.content?.code[provider];
    return code ? asTypeScript(planned, state.change, state.skip, code) : '';
  };
  return (
    <div class="request">
      <Tabs
        legend={<span class="only-heard">{`The request to ${provider} as`}</span>}
        of={shown}
        chosen={form}
        onChange={setForm}
      >
        {contract && <a href={referenceTo(contract, operationId)}>In the contract</a>}
      </Tabs>
      <Code text={write()} name={`${provider}, ${{ ...overTheWire, ...asPrograms }[form]}`} />
    </div>
  );
};

/** The request of a plan, whom at the mock it is sent for, and its sending. */
export const Request = (part: PartOf) => {
  const { planned, state, set, mock } = part;
  const { provider, type } = planned.subject;
  const own = mock.users.filter((user) => user.subject.type === type && user.provider === provider);
  const id = state.users[provider] ?? '';
  return (
    <>
      <Shown {...part} />
      {mock.address !== undefined && own.length > 0 && (
        <>
          <Choice
            label="As this user of the mock"
            value={id}
            options={[['', 'anybody'], ...own.map((user) => [user.id, user.label] as const)]}
            onChange={(chosen) => set({ users: { ...state.users, [provider]: chosen } })}
          />
          {id && <Sending planned={planned} mock={mock} change={state.change} />}
        </>
      )}
    </>
  );
};
