/** @jsxImportSource preact */
import { describeRequest, showRequest } from 'amend';
import { useEffect, useState } from 'preact/hooks';
import type { MockUser, Planned } from './accounts.ts';
import { connect } from './connect.ts';
import { type Data, useFile } from './data.ts';
import { Code } from './parts.tsx';
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

interface Given {
  planned: Planned;
  state: State;
  set: Update;
  users: readonly MockUser[];
  mock: string | undefined;
}

/** What is sent, in four forms. */
export const RequestView = ({ planned, state, mock }: Given) => {
  const isReady = planned.plan.state === 'ready';
  const shown = (Object.keys(forms) as Form[]).filter((form) => isReady || form === 'ts' || form === 'command');
  const [chosen, setForm] = useState<Form>('http');
  const form = shown.includes(chosen) ? chosen : 'ts';
  const described = useDescribed(planned, form, mock);
  const data = useFile<Data>('data.json');
  const code = typeof data === 'object' ? data.code[planned.subject.provider] : undefined;
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
      </fieldset>
      <Code text={written() ?? ''} name={`${planned.subject.provider}, ${forms[form]}`} />
    </div>
  );
};
