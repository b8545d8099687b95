import type { ErrorKind } from '@amend/client';
import { afterAll, expect, test } from 'vitest';
import { type Call, createAny } from './calls.ts';
import { type FaultName, faults } from './faults.ts';
import { startFaultyServer } from './faulty-server.ts';

/** What a fault comes to, and whether a request that may be repeated is sent again. */
type Verdict = readonly [kind: ErrorKind, sent: 'again' | 'once', reason?: string];

const verdicts: Record<FaultName, Verdict> = {
  'reset on connect': ['network', 'again', 'ECONNRESET'],
  'end on connect': ['network', 'again', 'UND_ERR_SOCKET'],
  'reset before the body is read': ['network', 'again', 'ECONNRESET'],
  'reset after the request': ['network', 'again', 'ECONNRESET'],
  'end before headers': ['network', 'again', 'UND_ERR_SOCKET'],
  'reset in the headers': ['network', 'again', 'ECONNRESET'],
  'end in the headers': ['network', 'again', 'UND_ERR_SOCKET'],
  'reset in the body': ['network', 'again', 'ECONNRESET'],
  'half a body': ['network', 'again', 'UND_ERR_SOCKET'],
  'a whole body that should be longer': ['network', 'again', 'UND_ERR_SOCKET'],
  'half a body in chunks': ['network', 'again', 'UND_ERR_SOCKET'],
  // Nothing tells this from a whole answer but its text.
  'half a body of no length': ['malformed', 'once', 'no JSON'],
  'another protocol': ['network', 'again'],
  'endless headers': ['network', 'again', 'UND_ERR_HEADERS_OVERFLOW'],
  'broken compression': ['network', 'again', 'Z_DATA_ERROR'],

  'stall before headers': ['timeout', 'once'],
  'stall in the headers': ['timeout', 'once'],
  'stall in the body': ['timeout', 'once'],
  'headers of one byte a second': ['timeout', 'once'],
  'a body of one byte a second': ['timeout', 'once'],

  '400': ['rejected', 'once'],
  'empty 400': ['rejected', 'once'],
  '401': ['unauthorized', 'once'],
  'empty 401': ['unauthorized', 'once'],
  '401 with a challenge': ['unauthorized', 'once'],
  'half a 401': ['network', 'again', 'UND_ERR_SOCKET'],
  '403': ['unauthorized', 'once'],
  '404': ['not-found', 'once'],
  '404 in HTML': ['not-found', 'once'],
  // fetch gives no such answer to its caller.
  '407': ['network', 'again'],
  '408': ['unavailable', 'again'],
  '409': ['rejected', 'once'],
  '422': ['rejected', 'once'],
  '425': ['unavailable', 'again'],
  '429': ['rate-limited', 'again'],
  '429 for no time': ['rate-limited', 'again'],
  '429 until a past date': ['rate-limited', 'again'],
  '429 for a text': ['rate-limited', 'again'],
  '429 for a negative time': ['rate-limited', 'again'],
  '429 for an hour': ['rate-limited', 'once'],
  '429 until tomorrow': ['rate-limited', 'once'],
  '500': ['unavailable', 'again'],
  '500 of 50 MB': ['unavailable', 'again'],
  '501': ['unavailable', 'once'],
  '502 in HTML': ['unavailable', 'again'],
  '503': ['unavailable', 'again'],
  '504': ['unavailable', 'again'],

  '301 to another origin': ['malformed', 'once', 'redirect'],
  '302 to another origin': ['malformed', 'once', 'redirect'],
  '303 to another origin': ['malformed', 'once', 'redirect'],
  '307 to another origin': ['malformed', 'once', 'redirect'],
  '308 to another origin': ['malformed', 'once', 'redirect'],
  'a redirect that does not end': ['malformed', 'once', 'redirect'],
  '304': ['malformed', 'once', 'redirect'],

  'refusal under 200': ['rejected', 'once'],
  'empty 200': ['malformed', 'once', 'no body'],
  '204': ['malformed', 'once', 'no body'],
  'HTML 200': ['malformed', 'once', 'no JSON'],
  'malformed JSON': ['malformed', 'once', 'no JSON'],
  'another shape': ['malformed', 'once'],
  null: ['malformed', 'once'],
  'a number': ['malformed', 'once'],
  'depth of a million': ['malformed', 'once', 'too large'],
  'depth of a hundred thousand': ['malformed', 'once', 'too many values'],
  'depth of fifty thousand': ['malformed', 'once', 'too deep'],
  'a deep field': ['malformed', 'once', 'too deep'],
  'own __proto__': ['malformed', 'once', 'forbidden key'],
  'own __proto__, escaped': ['malformed', 'once', 'forbidden key'],
  'duplicate keys': ['malformed', 'once', 'duplicate key'],
  'unsafe integer': ['malformed', 'once', 'number out of range'],
  'infinite number': ['malformed', 'once', 'number out of range'],
  'invalid UTF-8': ['malformed', 'once', 'invalid UTF-8'],
  'UTF-16': ['malformed', 'once', 'invalid UTF-8'],
  '50 MB of JSON': ['malformed', 'once', 'too large'],
  '100 MB in 97 kB': ['malformed', 'once', 'too large'],
};

const countResources = (kind: RegExp): number =>
  process.getActiveResourcesInfo().filter((resource) => kind.test(resource)).length;

/** One line on what a call came to, so that a failure shows the calls that went wrong and nothing else. */
const describeCall = (call: Call, kind: string, reason: string | undefined, attempts: number) =>
  `${call.name}: ${kind}${reason ? ` (${reason})` : ''} after ${attempts}`;

const run = async (call: Call, name: FaultName, timeout: number, elsewhere: string): Promise<string> => {
  const [success, refusal] = [JSON.stringify(call.success), JSON.stringify(call.refusal)];
  const server = await startFaultyServer(faults[name]({ success, refusal, elsewhere }));
  const client = createAny(call.provider, server.origin, { timeout, random: () => 0 });
  const result = await client[call.id]?.(call.input);
  const leftOpen = await server.settle();
  await server.close();
  if (!result || result.ok) return `${call.name}: a success`;
  const { kind, reason, attempts } = result.error;
  // A server that hangs up at once sees connections and no requests.
  const seen = server.requests.length || server.connections();
  const surplus = [seen !== attempts && `${seen} seen`, leftOpen > 0 && `${leftOpen} left open`].filter(Boolean);
  return [describeCall(call, kind, reason, attempts), ...surplus].join(', ');
};

const timeouts: Partial<Record<ErrorKind, number>> = {
  // Long enough for a slow machine to connect, and short enough to wait for.
  timeout: 2500,
};

/** What no client can tell from a success: Stilt confirms a deletion in the shape of its errors. */
const isAmbiguous = (call: Call, name: FaultName): boolean =>
  call.name === 'stilt@v1 deleteUser' && name === 'refusal under 200';

/** Every fault that is wanted at each of its calls, over real sockets. */
export const tryFaults = async (
  callsOf: (index: number) => readonly Call[],
  isWanted: (name: FaultName) => boolean = () => true,
): Promise<void> => {
  const elsewhere = await startFaultyServer({ end: 'hold' });
  afterAll(() => elsewhere.close());
  const openAtFirst = countResources(/^TCP/);

  const played = (Object.entries(verdicts) as [FaultName, Verdict][])
    .filter(([name]) => isWanted(name))
    .map(([name, verdict], index) => [name, verdict, callsOf(index)] as const);
  test.concurrent.for(played)('%s', async ([name, [kind, sent, reason], calls]) => {
    const came = await Promise.all(calls.map((call) => run(call, name, timeouts[kind] ?? 30_000, elsewhere.origin)));
    const wanted = calls.map((call) =>
      isAmbiguous(call, name)
        ? `${call.name}: a success`
        : describeCall(call, kind, reason, sent === 'again' && call.repeats === 'repeatable' ? 3 : 1),
    );
    expect(came.filter((line) => !wanted.includes(line))).toEqual([]);
  });

  test('nothing was sent elsewhere, and nothing stays open', async () => {
    expect(elsewhere.connections()).toBe(0);
    await expect.poll(() => countResources(/^TCP/)).toBeLessThanOrEqual(openAtFirst);
    // Vitest and Node's sockets have a few; each call had one of 30 seconds.
    expect(countResources(/^Timeout$/)).toBeLessThan(10);
  });
};
