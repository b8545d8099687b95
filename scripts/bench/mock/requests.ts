interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** A request as it goes over the wire. */
const write = ({ method, path, headers = [], body = '' }: Request): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    ...headers,
    ...(body ? ['Content-Type: application/json', `Content-Length: ${body.length}`] : []),
    '',
    body,
  ].join('\r\n');

/** The request that the servers are measured by: an update at Stilt, below the prefix of its contract. */
export const update = (prefix: string): string =>
  write({
    method: 'PUT',
    path: `${prefix}/users/2acf04c3-48d1-456f-a54e-1f4251814478`,
    headers: ['X_CLIENT_UUID: any', 'X_STILT_HMAC: any', 'EPOCH: 1', 'Content-MD5: any'],
    body: '{"phone":"4155550127"}',
  });

const ingo = ['Authorization: hmac any', 'api_key: any'];

const person = {
  first_name: 'Jane',
  last_name: 'Doe',
  email: 'jane@example.com',
  phone_number: '+12105550132',
  address_one: '100 Main Street',
  city: 'Austin',
  state: 'TX',
  country: 'US',
  postal_code: '78701',
};

/** One request to each contract of the mock, so that none is left unread. */
export const oneOfEach: readonly string[] = [
  { method: 'POST', path: '/ingo/v3/user/create', headers: ingo, body: JSON.stringify(person) },
  { method: 'POST', path: '/ingo/v4/user/get-all', headers: ingo, body: '{}' },
  {
    method: 'GET',
    path: '/machnet/users/550371f4-b6cc-4402-9382-ffecf487d4db',
    headers: ['X-Client-Id: any', 'X-Client-Secret: any'],
  },
  { method: 'GET', path: '/hpay/api/v1/users/user_abc123/', headers: ['api-key: any', 'secret-key: any'] },
].map(write);
