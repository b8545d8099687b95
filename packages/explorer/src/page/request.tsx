/** @jsxImportSource preact */
import { describeRequest, showRequest } from 'amend';
import { useEffect, useState } from 'preact/hooks';
import type { Planned } from './accounts.ts';
import { connect } from './connect.ts';
import { type Data, useContractOf, useFile } from './data.ts';
import type { Mock } from './mock.ts';
import { Sending } from './outcome.tsx';
import { Choice, Code } from './parts.tsx';
import { referenceTo } from './route.ts';
import { asCommand, asTypeScript } from './snippets.ts';
import type { State, Update } from './state.ts';

const forms = { http: 'HTTP', curl: 'curl', ts: 'TypeScript', command: 'Command' } as const;
type Form = keyof typeof forms;

/** The signed request, as it would go out now, masked. */
const useDescribed = ({ plan, subject }: Planned, form: Form, mock: string | undefined): string | undefined => {
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isLate = false;
    setText(undefined);
    const describe = async (): Promise<string> => {
      const request = await describeRequest(plan, await connect(subject.provider, mock));
      return showRequest(request, form === 'curl' ? 'curl' : 'http');
    };
    if (plan.state === 'ready')
      describe().then(
        (told) => isLate || setText(told),
        (error: Error) => isLate || setText(error.message),
      );
    return () => {
      isLate = true;
    };
  }, [plan, form, mock]);
  return text;
};

/** What a part of the page about one plan is given. */
export interface PartOf {
  planned: Planned;
  state: State;
  set: Update;
  mock: Mock;
}

/** What is sent, in four forms. */
const Shown = ({ planned, state, mock }: Pick<PartOf, 'planned' | 'state'> & { mock: string | undefined }) => {
  const isReady = planned.plan.state === 'ready';
  const shown = (Object.keys(forms) as Form[]).filter((form) => isReady || form === 'ts' || form === 'command');
  const [chosen, setForm] = useState<Form>('http');
  const form = shown.includes(chosen) ? chosen : 'ts';
  const described = useDescribed(planned, form, mock);
  const data = useFile<Data>('data.json');
  const code = typeof data === 'object' ? data.code[planned.subject.provider] : undefined;
  const contract = useContractOf()(planned.subject.provider, planned.subject.operation.operationId);
  const written = (): string | undefined => {
    if (form === 'command') return asCommand(planned, state.change, state.skip);
    if (form === 'ts')
      return typeof data === 'string' ? data : code && asTypeScript(planned, state.change, state.skip, code);
    return described;
  };
  return (
    <div class="request">
      <fieldset class="tabs">
        <legend class="only-heard">{`The request to ${planned.subject.provider} as`}</legend>
        {shown.map((each) => (
          <button key={each} type="button" aria-pressed={each === form} onClick={() => setForm(each)}>
            {forms[each]}
          </button>
        ))}
        {contract && <a href={referenceTo(contract, planned.subject.operation.operationId)}>In the contract</a>}
      </fieldset>
      <Code text={written() ?? ''} name={`${planned.subject.provider}, ${forms[form]}`} />
    </div>
  );
};

/** Whom at the mock it is sent for, and the sending. */
const Sender = ({ planned, state, set, mock }: PartOf) => {
  const { provider } = planned.subject;
  const own = mock.users.filter((user) => user.subject.type === planned.subject.type && user.provider === provider);
  if (mock.address === undefined || own.length === 0) return null;
  const id = state.users[provider] ?? '';
  return (
    <>
      <Choice
        label="As this user of the mock"
        value={id}
        options={[['', 'anybody'], ...own.map((user) => [user.id, user.label] as const)]}
        onChoose={(chosen) => set({ users: { ...state.users, [provider]: chosen } })}
      />
      {id && <Sending planned={planned} mock={mock} change={state.change} />}
    </>
  );
};

/** The request of a plan, and its sending. */
export const Request = (part: PartOf) => (
  <>
    <Shown planned={part.planned} state={part.state} mock={part.mock.address} />
    <Sender {...part} />
  </>
);
