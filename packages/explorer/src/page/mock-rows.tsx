/** @jsxImportSource preact */
import { wordsOf } from '@amend/contract';
import type { LogEntry } from '@amend/mock';
import type { MockUser } from './accounts.ts';
import type { useContractOf } from './data.ts';
import { Button, Choice } from './parts.tsx';
import { referenceTo, statusWords, writeRoute } from './route.ts';
import type { State } from './state.ts';

/** What can go wrong, each with what the mock is asked for. */
export const faults: Readonly<Record<string, object>> = {
  'answers 500': { status: 500 },
  'answers 429, to be tried again in a second': { status: 429, retryAfter: 1 },
  'takes three seconds longer': { latency: 3000 },
  'breaks off, and changes nothing': { reset: true },
  'changes the user, and its answer is lost': { lost: true },
  'sends its next webhook twice': { webhook: 'twice' },
  'sends its next webhook wrongly signed': { webhook: 'wrongly-signed' },
  'sends no next webhook': { webhook: 'dropped' },
};

export type Act = (path: string, method: string, body?: object) => void;

/** Somebody, with what may be done: to plan for them, and to have them verified, now or in a while. */
export const userRow = (user: MockUser, state: State, act: Act) => {
  const { provider, id, status, subject, label } = user;
  const to = writeRoute({ ...state, view: 'plan', subject, status: status ?? state.status }, state.change);
  const { verification } = subject.operation.reader;
  const known = verification ? wordsOf(verification) : [];
  const [verified] = verification?.verified ?? [];
  const set = (word: string, after?: number): void =>
    act(`/users/${provider}/${encodeURIComponent(id)}/status`, 'PUT', { status: word, ...(after && { after }) });
  return [
    provider,
    <a key="to" href={to}>
      {label}
    </a>,
    known.length === 0 ? (
      'holds no status'
    ) : (
      <Choice
        key="status"
        label={`Status of ${label}`}
        value={status ?? ''}
        options={statusWords(subject, status ?? '').filter(([word]) => known.includes(word))}
        onChange={(word) => set(word)}
      />
    ),
    verified !== undefined && <Button key="later" onClick={() => set(verified, 5000)} text="Verified in 5 s" />,
  ];
};

/** A request, and why it was refused. */
export const logRow = (logged: LogEntry, contractOf: ReturnType<typeof useContractOf>) => {
  const { number, time, method, provider = '', operation = '', path, fields, status, refusal, problems } = logged;
  const contract = contractOf(provider, operation);
  return [
    number,
    time.slice(11, 19),
    contract ? (
      <a key="to" href={referenceTo(contract, operation)}>
        {provider} {operation}
      </a>
    ) : (
      `${provider} ${operation}`
    ),
    <code key="path">
      {method} {path}
    </code>,
    fields.join(', '),
    status,
    [refusal, ...(problems ?? []).map(({ field, rule }) => `${field}: ${rule}`)].filter(Boolean).join('; '),
  ];
};
