import type { ClientOptions } from '@amend/client';
import { type Patch, planAll, send } from 'amend';
import { call } from '../call.ts';
import type { DemoAccount } from './accounts.ts';

/** A request to be pasted into a shell. */
export interface CurlLine {
  readonly title: string;
  readonly line: string;
}

type Fetch = NonNullable<ClientOptions['fetch']>;

const phone: Patch = { phone: '+12106603032' };
const email: Patch = { email: 'tenzin.norgay@example.com' };

const planFor = ({ operation, id }: DemoAccount, status: 'unverified' | 'verified', patch: Patch) =>
  planAll(patch, [{ operation, id, status }]);

/** Whether a verified person may change the phone number, and the e-mail address only before the verification. */
const isTelling = (account: DemoAccount): boolean =>
  [
    ...planFor(account, 'verified', phone),
    ...planFor(account, 'unverified', email),
    ...planFor(account, 'verified', email),
  ]
    .map(({ state }) => state)
    .join() === 'ready,ready,blocked';

const lineOf = (url: string, { method = 'GET', headers, body }: RequestInit): string =>
  [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${url}`,
    ...Object.entries(headers ?? {}).map(([name, value]) => `-H '${name}: ${value}'`),
    ...(body ? [`-d '${body}'`] : []),
  ].join(' \\\n  ');

/** Three requests for a verified person: a change that is taken, one that is refused, and what the provider has then. */
export const curlLines = async (accounts: readonly DemoAccount[]): Promise<readonly CurlLine[]> => {
  const account = accounts.find(isTelling);
  const read = account?.operation.reader.read?.(account);
  if (!account || !read) return [];
  const lines: string[] = [];
  const fetch: Fetch = async (...request) => {
    lines.push(lineOf(...request));
    return new Response('{}');
  };
  const client = account.connect(fetch);
  // Before the verification the e-mail address may change: that plan has the request which is refused now.
  for (const plan of [...planFor(account, 'verified', phone), ...planFor(account, 'unverified', email)])
    await send(plan, client);
  await call(client, read);
  const titles = [
    'A phone number, which a verified person may change',
    'An e-mail address, which stays',
    `The person, as ${account.operation.provider} has it then`,
  ];
  return titles.map((title, index) => ({ title, line: lines[index] ?? '' }));
};
