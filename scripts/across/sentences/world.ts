import { createMock, type Secrets } from '@amend/mock';
import { amend, type Left } from '../../../packages/cli/src/testing/fake-io.ts';
import { environment } from '../../../packages/cli/src/testing/mocked.ts';

interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the JSON of any provider; a check that reads what is not there fails.
  readonly body: any;
}

/** A mock of all providers on a real port, and the two ways to it. */
export interface World {
  readonly url: string;
  /** Sends a request as the pages' own samples do; headers that are `undefined` are left out. */
  readonly http: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string | undefined>>,
  ) => Promise<Answered>;
  /** Runs the command with the mock's address and credentials; the JSON goes to standard input. */
  readonly amend: (args: readonly string[], stdin?: object) => Promise<Left>;
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** What a sentence promises, done and looked at; it throws if something else is seen. */
export type Check = (world: World) => Promise<void>;

/** The headers of the request samples; Stilt's page shows none. */
const sampleHeaders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ingo: { Authorization: 'Bearer <token>', api_key: '<api-key>' },
  machnet: { 'X-Client-Id': '{{client_id}}', 'X-Client-Secret': '{{client_secret}}' },
  stilt: { X_CLIENT_UUID: 'any', X_STILT_HMAC: 'any', EPOCH: '1700000000000' },
  hpay: { 'api-key': 'YOUR_API_KEY', 'secret-key': 'YOUR_SECRET_KEY' },
};

/** Starts a mock; with `secrets` it checks signatures and keys. */
export const startWorld = async ({ secrets }: { readonly secrets?: Secrets } = {}): Promise<World> => {
  const mock = await createMock(secrets ? { secrets } : {});
  const { url } = await mock.listen();
  return {
    url,
    http: async (method, path, body, headers = {}) => {
      const provider = path.split('/')[1] ?? '';
      const sent = Object.entries({
        ...sampleHeaders[provider],
        ...(provider === 'stilt' && { 'Content-MD5': body === undefined ? '' : 'any' }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      }).filter((header): header is [string, string] => header[1] !== undefined);
      const response = await fetch(url + path, {
        method,
        headers: sent,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    amend: (args, stdin) =>
      amend(args, { env: environment(url), ...(stdin !== undefined && { stdin: JSON.stringify(stdin) }) }),
    reset: mock.reset,
    close: mock.close,
  };
};
