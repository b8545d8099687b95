import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMock } from '@amend/mock';

/** What goes wrong with a request, and how often of a thousand. */
const chaos: readonly (readonly [often: number, fault: object])[] = [
  [15, { status: 429, retryAfter: 1 }],
  [20, { status: 500 }],
  [15, { reset: true }],
  [30, { lost: true }],
  [10, { lost: true, status: 500 }],
  [10, { late: 300 }],
];

const faultAt = (dice: number): object | undefined => {
  const upTo = (index: number): number => chaos.slice(0, index + 1).reduce((sum, [often]) => sum + often, 0);
  return chaos.find((_, index) => dice < upTo(index))?.[1];
};

/** One request that may have changed a user: whose, and what the provider then had, as JSON. */
interface Seen {
  readonly provider: string;
  readonly account: string;
  readonly record: string;
}

/** When a worker is to die: as its request comes, when it is done and not yet answered, or some time after. */
export type Moment = 'before' | 'after' | 'between';

export interface FrontOptions {
  readonly random: () => number;
  /** Asked at each request of a worker; kills it if it says when. */
  readonly onRequest: (worker: number) => { readonly moment: Moment; readonly kill: () => void } | undefined;
}

/** The mock of all providers on a port, with faults at random, and a journal of what its users became. */
export const createFront = async ({ random, onRequest }: FrontOptions) => {
  const mock = await createMock({ seed: 'keep' });
  const journal: Seen[] = [];
  const refused: string[] = [];
  const known = new Set<string>();
  let isCalm = true;
  let lasts: Promise<unknown> = Promise.resolve();

  const control = async (method: string, path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await mock.fetch(`http://localhost/__amend${path}`, {
      method,
      ...(body && { headers, body: JSON.stringify(body) }),
    });
    if (answer.status >= 400) throw new Error(await answer.text());
    return answer.status === 204 ? undefined : answer.json();
  };

  const usersOf = async (provider: string): Promise<{ id: string; user: unknown }[]> =>
    (await control('GET', `/users?provider=${provider}&limit=1000`)) as { id: string; user: unknown }[];

  const look = async (provider: string, account: string): Promise<void> => {
    const found = (await usersOf(provider)).find(({ id }) => id === account);
    journal.push({ provider, account, record: JSON.stringify(found?.user) });
  };

  /** What a request is about, if it may change a user. */
  const subjectOf = (method: string, path: string, body: string): string | undefined =>
    method === 'GET' ? undefined : [...known].find((id) => path.includes(id) || body.includes(id));

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await buffer(incoming);
    const [, worker = '', path = ''] = /^\/w(\d+)(\/.*)$/.exec(url) ?? [];
    const [, provider = ''] = /^\/([^/]+)/.exec(path) ?? [];
    const dying = onRequest(Number(worker));
    if (dying?.moment === 'before') dying.kill();
    const account = subjectOf(method, path, body.toString());
    const fault = isCalm ? undefined : faultAt(random() * 1000);
    const act = async () => {
      if (fault) await control('POST', '/faults', { provider, ...fault });
      const isOpen = method !== 'GET' && method !== 'HEAD';
      return mock
        .fetch(`http://localhost${path}`, {
          method,
          headers: Object.fromEntries(
            Object.entries(headers).filter(
              ([name]) => !/^(host|connection|content-length|transfer-encoding)$/.test(name),
            ),
          ) as Record<string, string>,
          ...(isOpen && body.length > 0 && { body: new Uint8Array(body) }),
        })
        .catch(() => undefined);
    };
    // One after the other, so that the journal has what each made of its user.
    const turn = lasts.then(async () => {
      const response = await act();
      if (account !== undefined) {
        await look(provider, account);
        if (fault && 'late' in fault) sleep(400).then(() => look(provider, account));
      }
      return response;
    });
    lasts = turn.catch(() => undefined);
    const response = await turn;
    if (dying?.moment === 'after') dying.kill();
    if (dying?.moment === 'between') setTimeout(dying.kill, random() * 30);
    if (!response) return void incoming.socket.resetAndDestroy();
    const { status } = response;
    const text = await response.text();
    if (account !== undefined && status >= 400 && status !== 429 && status < 500)
      refused.push(`${provider} ${status} ${text.slice(0, 300)}`);
    outgoing.writeHead(status, Object.fromEntries(response.headers)).end(text);
  };

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      refused.push(String(error));
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    /** Where a worker finds a provider. */
    url: (worker: number, provider: string): string => `http://127.0.0.1:${port}/w${worker}/${provider}`,
    fetch: mock.fetch,
    journal,
    /** What was refused as no fault asked for. */
    refused,
    usersOf,
    watch: (account: string) => known.add(account),
    setStatus: (provider: string, account: string, status: string) =>
      control('PUT', `/users/${provider}/${account}/status`, { status }),
    goWrong: (isWanted: boolean): void => {
      isCalm = !isWanted;
    },
    stop: async (): Promise<void> => {
      await mock.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
