import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { providerNames, providers } from 'amend/providers';
import { afterEach, describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { amend } from '../testing/fake-io.ts';

const secret = 'a secret of the test';
const env = Object.fromEntries(providerNames.map((name) => [`AMEND_${name.toUpperCase()}_WEBHOOK_SECRET`, secret]));
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** `amend listen` on a port of its own, and the lines that it prints. */
const start = async (...args: string[]) => {
  const lines: string[] = [];
  const stop = new AbortController();
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = run(['listen', '--port', '0', ...args], {
    stdout: (line) => {
      lines.push(line);
      begin();
    },
    stderr: (line) => expect.fail(line),
    stdin: async () => '',
    env,
    isTTY: false,
    readFile: async () => '{}',
    writeFile: async () => {},
    writeFolder: async () => {},
    signal: stop.signal,
  });
  stops.push(async () => {
    stop.abort();
    expect(await ended).toBe(0);
  });
  await begun;
  const [url = ''] = /http:[^\s"]+\//.exec(lines[0] ?? '') ?? [];
  return { url, lines, stop };
};

const listen = async (...args: string[]) => {
  const { url, lines, stop } = await start('--json', ...args);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ listening: url });
  return { url, stop, told: () => lines.slice(1).map((line): unknown => JSON.parse(line)) };
};

/** Where webhooks are passed on to, and what came there. */
const destination = async (status: number) => {
  const came: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    came.push({ headers: request.headers, body: (await buffer(request)).toString() });
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  stops.push(() => server.close());
  return { came, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks` };
};

const post = async (url: string, body: string, headers: Record<string, string> = {}) =>
  (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })).status;

/** An event of each provider's, as its contract shows one. */
const samples = await Promise.all(
  providerNames.map(async (name) => {
    const webhook = await (await providers[name].describe()).webhook?.();
    if (!webhook) return expect.fail(`${name} has no webhook.`);
    return { name, webhook };
  }),
);
const body = '{ "event": "something.new",\n "id": "1" }';

describe.each(samples)('$name', ({ name, webhook }) => {
  test('what is rightly signed is told and acknowledged, and so is what nobody can check', async () => {
    const { url, told } = await listen(name);
    const headers = (await webhook.sign?.({ body, secret, url })) ?? {};
    expect(await post(`${url}any/path`, body, headers)).toBe(204);
    expect(told()).toMatchObject([{ provider: name, trust: webhook.sign ? 'verified' : 'unverified-origin' }]);
  });

  test('what is wrongly signed is told, refused and not passed on', async () => {
    if (!webhook.sign) return expect(webhook.sign).toBeUndefined();
    const { came, url: to } = await destination(204);
    const { url, told } = await listen(name, '--forward', to);
    const headers = await webhook.sign({ body, secret: 'another', url });
    expect(await post(url, body, headers)).toBe(400);
    expect(told()).toEqual([{ provider: name, trust: 'signature-wrong' }]);
    expect(came).toEqual([]);
  });
});

/** Every provider that signs. */
const signing = samples.flatMap(({ name, webhook: { sign } }) => (sign ? [{ name, sign }] : []));

test.each([200, 409, 302, 500])(
  'what is passed on is the same byte for byte, and answered as there: %i',
  async (status) => {
    const { came, url: to } = await destination(status);
    for (const { name, sign } of signing) {
      const { url, told } = await listen(name, '--forward', to);
      const headers = await sign({ body, secret, url });
      expect(await post(url, body, headers)).toBe(status);
      expect(told()).toMatchObject([{ trust: 'verified', forwarded: status, isAnswered: true }]);
      const lower = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
      expect(came.splice(0)).toMatchObject([{ body, headers: lower }]);
    }
  },
);

test('nobody there is a 502', async () => {
  const [first] = signing;
  const { url, told } = await listen(first?.name ?? '', '--forward', 'http://127.0.0.1:1/');
  expect(await post(url, body, await first?.sign({ body, secret, url }))).toBe(502);
  expect(told()).toMatchObject([{ forwarded: 502, isAnswered: false }]);
});

test('a person is told that nobody is there, and not that somebody failed', async () => {
  const [first] = signing;
  const { url, lines } = await start(first?.name ?? '', '--forward', 'http://127.0.0.1:1/');
  await post(url, body, await first?.sign({ body, secret, url }));
  expect(lines.at(-1)).toMatch(/ {2}passed on: nobody answered there$/);
});

test('what is being passed on when it is stopped is let go, and nothing is said of an answer', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  stops.push(() => server.close().closeAllConnections());
  await once(server, 'listening');
  const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const [first] = signing;
  const { url, told, stop } = await listen(first?.name ?? '', '--forward', to);
  const posted = post(url, body, await first?.sign({ body, secret, url })).catch(() => 'no answer');
  const [request] = await once(server, 'request');
  const gone = once(request.socket, 'close');
  stop.abort();
  await gone;
  expect(await posted).toBe('no answer');
  expect(told()).toEqual([expect.not.objectContaining({ forwarded: expect.anything() })]);
});

test('what is no webhook is refused, and tells nothing', async () => {
  const { url, told } = await listen(providerNames[0] ?? '');
  expect(await post(url, body, { origin: 'http://localhost:5173' })).toBe(403);
  expect((await fetch(url)).status).toBe(405);
  expect(await post(url, 'x'.repeat(2 ** 20 + 1))).toBe(413);
  expect(told()).toEqual([]);
});

test.each<[name: string, args: string[], env: Record<string, string>, says: string]>([
  ['no provider', [], env, 'name one provider.'],
  ['two', [...providerNames.slice(0, 2)], env, 'name one provider.'],
  ['one that nobody knows', [`${providerNames[0]}x`], env, 'did you mean'],
  ['no secret', [signing[0]?.name ?? ''], {}, '_WEBHOOK_SECRET to the secret of the subscription'],
  [
    'a secret with a line end, as a file has it',
    [signing[0]?.name ?? ''],
    Object.fromEntries(Object.keys(env).map((name) => [name, `${secret}\n`])),
    '_WEBHOOK_SECRET begins or ends with white space; take that away.',
  ],
  ['an address that is none', [signing[0]?.name ?? '', '--forward', 'localhost'], env, '--forward must be an address'],
  [
    'one with a password',
    [signing[0]?.name ?? '', '--forward', 'http://a:b@127.0.0.1/'],
    env,
    'without a name and a password',
  ],
  ['a file', [signing[0]?.name ?? '', '--forward', 'file:///etc/passwd'], env, '--forward must be an address'],
])('%s: wrong usage', async (_, args, given, says) => {
  const { code, out, err } = await amend(['listen', '--port', '0', ...args], { env: given });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
});

test.each(['http://127.0.0.1:4020', 'http://localhost:4020/hooks', 'http://[::1]:4020/', 'https://127.1:4020/'])(
  '%s leads back to where it listens: wrong usage',
  async (to) => {
    const { code, out, err } = await amend(['listen', signing[0]?.name ?? '', '--forward', to], { env });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('--forward leads back here; listen elsewhere with --port.');
  },
);

test('a line for a person holds nothing of the body but what names event and user, and steers no terminal', async () => {
  const [first] = signing;
  const { url, lines } = await start(first?.name ?? '');
  const secretive = '{"event_name":"new\\u001b[2J","id":"1","user_id":"u1","event":"e","ssn":"111-22-3333"}';
  await post(url, secretive, await first?.sign({ body: secretive, secret, url }));
  expect(lines[1]).toMatch(/^verified {2}/);
  expect(lines[1]).not.toContain('111-22-3333');
  expect(lines[1]).not.toContain('\u001b');
});
