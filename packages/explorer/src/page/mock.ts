import type { LogEntry } from '@amend/mock';
import { operationFor, type User } from 'amend';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MockUser } from './accounts.ts';
import { isKept } from './keeper.ts';
import { useLoaded } from './loaded.ts';
import { subjects } from './subjects.ts';

export interface Mock {
  /** Nothing if none is here. */
  readonly address: string | undefined;
  readonly users: readonly MockUser[];
  readonly log: readonly LogEntry[];
  /** What is wrong with it, in a sentence; '' if nothing is. */
  readonly problem: string;
  /** Asks for a path of its control. @throws {Error} with a sentence. */
  readonly ask: (path: string, method?: string, body?: object) => Promise<unknown>;
  /** Reads its users anew. */
  readonly reload: () => Promise<void>;
}

/** Where the mock is said to be: in the address, or where the page comes from, unless a keeper is there. */
const named = new URLSearchParams(location.search).get('mock');
const place = named ?? (location.protocol.startsWith('http') && !isKept ? location.origin : '');
const root = place.replace(/\/+$/, '');

const absent = root
  ? `No mock answers at ${root}: start one with npm start, or let this page in with --origin ${location.origin}.`
  : 'No mock is named: add ?mock=http://127.0.0.1:4010 to the address of this page.';

const ask: Mock['ask'] = async (path, method = 'GET', body) => {
  const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${root}/__amend${path}`, { method, ...json }).catch(() => undefined);
  const isJson = answer?.headers.get('content-type')?.includes('json');
  if (!answer || (answer.status !== 204 && !isJson)) throw new Error(absent);
  const content = answer.status === 204 ? undefined : await answer.json();
  if (!answer.ok) throw new Error(`The mock answers ${answer.status}: ${content?.message ?? content?.detail ?? ''}`);
  return content;
};

interface Shown extends Pick<MockUser, 'provider' | 'id'> {
  readonly status?: string;
  readonly user: unknown;
}

const nameOf = ({ firstName, lastName, businessName }: User): string =>
  [firstName, lastName].filter(Boolean).join(' ') || businessName || 'no name';

/** A user as the page knows it: the mock shows the record itself, and no answer around it. */
const read = ({ provider, id, status, user }: Shown): MockUser[] => {
  const own = subjects.filter((subject) => subject.provider === provider);
  if (own.length === 0) return [];
  const bare = own.map(({ operation }) => {
    const { reader } = operation;
    return { ...operation, reader: { ...reader, recordIn: (record: unknown) => record } };
  });
  const chosen = operationFor(bare, { answer: user });
  const subject = own[bare.indexOf(chosen.operation)];
  if (!subject || !chosen.current) return [];
  const label = [nameOf(chosen.current), status, id.slice(0, 13)].filter(Boolean).join(' · ');
  return [{ provider, id, ...(status !== undefined && { status }), label, subject, current: chosen.current }];
};

/** The mock behind the page, followed for as long as it answers. */
export const useMock = (): Mock => {
  const [users, setUsers] = useState<readonly MockUser[]>([]);
  const [log, setLog] = useState<readonly LogEntry[]>([]);
  const [problem, setProblem] = useState(absent);
  const [isHere, setHere] = useState(false);
  const reload = useCallback(async () => {
    try {
      if (!root) throw new Error(absent);
      const shown = (await ask('/users?limit=1000')) as readonly Shown[];
      setUsers(shown.flatMap(read));
      setHere(true);
      setProblem('');
    } catch (error) {
      setProblem((error as Error).message);
    }
  }, []);
  useEffect(() => {
    reload();
  }, []);
  useEffect(() => {
    if (!isHere) return;
    const events = new EventSource(`${root}/__amend/events`);
    const on = (name: string, act: (data: string) => void) =>
      events.addEventListener(name, ({ data }: MessageEvent) => act(data));
    on('request', (data) => setLog((before) => [...before.slice(-199), JSON.parse(data)]));
    on('cleared', () => setLog([]));
    on('status', () => reload());
    events.onopen = () => reload();
    events.onerror = () => setProblem(`The mock at ${root} has gone away; what is shown of it may be old.`);
    return () => events.close();
  }, [isHere]);
  return { address: isHere ? root : undefined, users, log, problem, ask, reload };
};

/** What the mock's control lists under a path, read anew whenever something of `since` is another; nothing until then. */
export const useAsked = <Each>({ address, ask }: Mock, path: string, since: readonly unknown[]): readonly Each[] => {
  const load = () => (address === undefined ? undefined : (ask(path) as Promise<readonly Each[]>));
  return useLoaded(load, [address, ...since]).content ?? [];
};
