import { answer, half, head, huge, json, makeBomb, partial, slowly } from './answers.ts';
import type { Answer } from './faulty-server.ts';

/** What a fault needs to know of the call that it spoils. */
interface Exchange {
  /** The body that the provider would answer, and the one that it refuses with. */
  readonly success: string;
  readonly refusal: string;
  /** A server that must hear of nothing. */
  readonly elsewhere: string;
}

type Fault = (exchange: Exchange) => Answer;

const html = '<!doctype html><h1>Sorry</h1>';

/** The success with something more at its very beginning; one that is a text has no place for it. */
const spoil = (success: string, field: string): string =>
  (success.startsWith('{') ? success : '{"message":"deleted"}').replace('{', `{${field},`);

const withField =
  (field: string): Fault =>
  ({ success }) =>
    answer('200 OK', spoil(success, field));

const day = 86_400_000;
const httpDate = (fromNow: number): string => new Date(Date.now() + fromNow).toUTCString();

const busy =
  (retryAfter: string): Fault =>
  ({ refusal }) =>
    answer('429 Too Many Requests', refusal, { ...json, 'Retry-After': retryAfter });

const redirect =
  (status: string): Fault =>
  ({ elsewhere, success }) =>
    answer(status, success, { ...json, Location: `${elsewhere}/sink` });

const refused =
  (status: string): Fault =>
  ({ refusal }) =>
    answer(status, refusal);

const table = {
  'reset on connect': () => ({ at: 'connection', end: 'reset' }),
  'end on connect': () => ({ at: 'connection', end: 'close' }),
  'reset before the body is read': () => ({ at: 'head', end: 'reset' }),
  'reset after the request': () => ({ end: 'reset' }),
  'end before headers': () => ({ end: 'close' }),
  'reset in the headers': () => ({ send: 'HTTP/1.1 200 OK\r\nContent-Ty', end: 'reset' }),
  'end in the headers': () => ({ send: 'HTTP/1.1 200 OK\r\nContent-Ty', end: 'close' }),
  'reset in the body': ({ success }) =>
    partial('reset', { 'Content-Length': Buffer.byteLength(success) }, half(success)),
  'half a body': ({ success }) => partial('close', { 'Content-Length': Buffer.byteLength(success) }, half(success)),
  'a whole body that should be longer': ({ success }) =>
    partial('close', { 'Content-Length': Buffer.byteLength(success) + 1 }, success),
  'half a body in chunks': ({ success }) =>
    partial(
      'close',
      { 'Transfer-Encoding': 'chunked' },
      `${half(success).length.toString(16)}\r\n${half(success)}\r\n`,
    ),
  'half a body of no length': ({ success }) => partial('close', { Connection: 'close' }, half(success)),
  'another protocol': () => ({ send: 'SSH-2.0-OpenSSH_9.2\r\n', end: 'close' }),
  'endless headers': () => ({ send: `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`, end: 'close' }),
  'broken compression': ({ success }) => answer('200 OK', success, { ...json, 'Content-Encoding': 'gzip' }),

  'stall before headers': () => ({ end: 'hold' }),
  'stall in the headers': () => ({ send: 'HTTP/1.1 200 OK\r\nContent-Ty', end: 'hold' }),
  'stall in the body': ({ success }) =>
    partial('hold', { 'Content-Length': Buffer.byteLength(success) }, half(success)),
  'headers of one byte a second': ({ success }) => ({
    send: slowly('', head('200 OK', { ...json, 'Content-Length': Buffer.byteLength(success) }) + success),
    end: 'close',
  }),
  'a body of one byte a second': ({ success }) => ({
    send: slowly(head('200 OK', { ...json, 'Content-Length': Buffer.byteLength(success) }), success),
    end: 'close',
  }),

  '400': refused('400 Bad Request'),
  'empty 400': () => answer('400 Bad Request'),
  '401': refused('401 Unauthorized'),
  'empty 401': () => answer('401 Unauthorized'),
  '401 with a challenge': () => answer('401 Unauthorized', '', { 'WWW-Authenticate': 'Basic realm="x"' }),
  'half a 401': ({ refusal }) =>
    partial('close', { 'Content-Length': Buffer.byteLength(refusal) }, half(refusal), '401 Unauthorized'),
  '403': refused('403 Forbidden'),
  '404': refused('404 Not Found'),
  '404 in HTML': () => answer('404 Not Found', html, { 'Content-Type': 'text/html' }),
  '407': refused('407 Proxy Authentication Required'),
  '408': refused('408 Request Timeout'),
  '409': refused('409 Conflict'),
  '422': refused('422 Unprocessable Content'),
  '425': refused('425 Too Early'),
  '429': refused('429 Too Many Requests'),
  '429 for no time': busy('0'),
  '429 until a past date': busy(httpDate(-day)),
  '429 for a text': busy('soon'),
  '429 for a negative time': busy('-5'),
  '429 for an hour': busy('3600'),
  '429 until tomorrow': busy(httpDate(day)),
  '500': refused('500 Internal Server Error'),
  '500 of 50 MB': () => ({ send: huge('500 Internal Server Error'), end: 'close' }),
  '501': refused('501 Not Implemented'),
  '502 in HTML': () => answer('502 Bad Gateway', html, { 'Content-Type': 'text/html' }),
  '503': refused('503 Service Unavailable'),
  '504': refused('504 Gateway Timeout'),

  '301 to another origin': redirect('301 Moved Permanently'),
  '302 to another origin': redirect('302 Found'),
  '303 to another origin': redirect('303 See Other'),
  '307 to another origin': redirect('307 Temporary Redirect'),
  '308 to another origin': redirect('308 Permanent Redirect'),
  'a redirect that does not end': ({ elsewhere }) =>
    partial('hold', { Location: elsewhere, 'Content-Length': 2 }, '{', '307 Temporary Redirect'),
  '304': () => ({ send: head('304 Not Modified', { Connection: 'close' }), end: 'close' }),

  'refusal under 200': refused('200 OK'),
  'empty 200': () => answer('200 OK'),
  '204': () => ({ send: head('204 No Content', { Connection: 'close' }), end: 'close' }),
  'HTML 200': () => answer('200 OK', html, { 'Content-Type': 'text/html' }),
  'malformed JSON': ({ success }) => answer('200 OK', `${success},`),
  'another shape': () => answer('200 OK', '{"unheard_of":1}'),
  null: () => answer('200 OK', 'null'),
  'a number': () => answer('200 OK', '7'),
  'depth of a million': () => answer('200 OK', '['.repeat(1_000_000) + ']'.repeat(1_000_000)),
  'depth of a hundred thousand': () => answer('200 OK', '['.repeat(100_000) + ']'.repeat(100_000)),
  'depth of fifty thousand': () => answer('200 OK', '['.repeat(50_000) + ']'.repeat(50_000)),
  'a deep field': withField(`"deep":${'['.repeat(100)}${']'.repeat(100)}`),
  'own __proto__': withField('"__proto__":{"polluted":true}'),
  'own __proto__, escaped': withField('"\\u005f_proto__":{"polluted":true}'),
  'duplicate keys': withField('"twice":"unverified","twice":"verified"'),
  'unsafe integer': withField('"count":9007199254740993'),
  'infinite number': withField('"count":1e999'),
  'invalid UTF-8': ({ success }) => answer('200 OK', Buffer.from(spoil(success, '"x":"\u00ff"'), 'latin1')),
  'UTF-16': ({ success }) => answer('200 OK', Buffer.from(`\ufeff${success}`, 'utf16le')),
  '50 MB of JSON': () => ({ send: huge('200 OK'), end: 'close' }),
  '100 MB in 97 kB': () => answer('200 OK', makeBomb(), { ...json, 'Content-Encoding': 'gzip' }),
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof table;

/** How a provider, or what stands between, can fail, by name. */
export const faults: Readonly<Record<FaultName, Fault>> = table;

/** Whether so much is sent that only the long tests have the time for it. */
export const isLarge = (name: FaultName): boolean => / MB/.test(name);
