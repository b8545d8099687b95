import type { ClientOptions } from '@amend/client';
import { makeCall, type Patch, planAll, send } from 'amend';
import type { DemoAccount } from './accounts.ts';

/** A request to be pasted into a shell. */
export interface CurlLine {
  readonly title: string;
  readonly line: string;
}

type Fetch = NonNullable<ClientOptions['fetch']>;

/** What could be changed, most telling first. */
const changes: readonly (readonly [name: string, patch: Patch])[] = [
  ['A phone number', { phone: '+12106603032' }],
  ['An e-mail address', { email: 'tenzin.norgay@example.com' }],
  ['A first name', { firstName: 'Tenzin' }],
  ['An occupation', { occupation: 'Banker' }],
];

const planFor = ({ operation, id }: DemoAccount, status: 'unverified' | 'verified', patch: Patch) =>
  planAll(patch, [{ operation, id, status }]);

/** A change that a verified person may make, and one that may be made before the verification alone; if there are such. */
const tellingChanges = (account: DemoAccount) => {
  const isReady = (status: 'unverified' | 'verified', patch: Patch) =>
    planFor(account, status, patch).every(({ state }) => state === 'ready');
  const open = changes.filter(([, patch]) => isReady('unverified', patch));
  const free = open.find(([, patch]) => isReady('verified', patch));
  const locked = open.find(([, patch]) => !isReady('verified', patch));
  return free && locked ? [{ account, free, locked }] : [];
};

const lineOf = (url: string, { method = 'GET', headers, body }: RequestInit): string =>
  [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${url}`,
    ...Object.entries(headers ?? {})
      .filter(([name]) => name !== 'User-Agent')
      .map(([name, value]) => `-H '${name}: ${value}'`),
    ...(body ? [`-d '${body}'`] : []),
  ].join(' \\\n  ');

/** Three requests for a verified person: a change that is taken, one that is refused, and what the provider has then. */
export const curlLines = async (accounts: readonly DemoAccount[]): Promise<readonly CurlLine[]> => {
  const [telling] = accounts.flatMap(tellingChanges);
  const read = telling?.account.operation.reader.read?.(telling.account);
  if (!telling || !read) return [];
  const { account, free, locked } = telling;
  const lines: string[] = [];
  const fetch: Fetch = async (...request) => {
    lines.push(lineOf(...request));
    return new Response('{}');
  };
  const client = account.connect(fetch);
  // The plan for before the verification has the request which is refused now.
  for (const plan of [...planFor(account, 'verified', free[1]), ...planFor(account, 'unverified', locked[1])])
    await send(plan, client);
  await makeCall(client, read);
  const titles = [
    `${free[0]}, which a verified person may change`,
    `${locked[0]}, which stays`,
    `The person, as ${account.operation.provider} has it then`,
  ];
  return titles.map((title, index) => ({ title, line: lines[index] ?? '' }));
};
