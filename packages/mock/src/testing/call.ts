import type { Mock } from '../create-mock.ts';

/** What every provider takes for credentials, as long as it is given no secrets. */
export const anyCredentials: Readonly<Record<string, string>> = {
  Authorization: 'hmac any',
  api_key: 'any',
  'X-Client-Id': 'any',
  'X-Client-Secret': 'any',
  X_CLIENT_UUID: 'any',
  X_STILT_HMAC: 'any',
  EPOCH: '1',
  'api-key': 'any',
  'secret-key': 'any',
};

interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the JSON of any provider; a test that reads what is not there fails.
  readonly body: any;
  readonly headers: Headers;
}

export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>;

/** The mock's users as the tests name them. */
export const ids = {
  unverified: '550371f4-b6cc-4402-9382-ffecf487d4db',
  verified: '4c955cca-3a6e-4d2b-b0c3-1c423440f541',
  suspended: 'd7881993-b560-4410-8898-51a41c69bb07',
  unverifiedBusiness: '23d847a4-0eca-43b8-a2ec-16255e8bae56',
  verifiedBusiness: '3222a3fb-4c17-4c2e-b311-c4fe96ffc6f0',
  ingo: 'user-d452801d-b694-4679-9289-2be622f62113',
  stilt: '2acf04c3-48d1-456f-a54e-1f4251814478',
  hpay: 'user_abc123',
};

/** Sends requests with credentials; a string or a blob is sent as it is, all else as JSON. */
export const sendTo =
  (fetch: Mock['fetch'], origin = 'http://mock.example'): Send =>
  async (method, path, body, headers = {}) => {
    const isStilt = path.startsWith('/stilt');
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...anyCredentials,
        ...(isStilt && { 'Content-MD5': body === undefined ? '' : 'any' }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
      }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
  };
