import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createMock } from '@amend/mock';
import { providers } from 'amend/providers';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// How a receiver that knows nothing of this code checks a webhook: with the platform's own functions, from the pages alone.

interface Sent {
  readonly body: string;
  readonly secret: string;
  readonly url: string;
  /** As its header has it; empty where no time is signed. */
  readonly time: string;
}

const hmac = (secret: string, message: string): string =>
  createHmac('sha256', secret).update(message, 'utf8').digest('hex');

const stripped = (body: string): string => body.replace(/(\r\n|\n|\r|\s+)/gm, '');

const md5 = (body: string): string => (body === '' ? '' : createHash('md5').update(body, 'utf8').digest('hex'));

interface Witness {
  readonly signature: string;
  readonly time?: string;
  readonly timeOf: (now: number) => string;
  readonly sign: (sent: Sent) => string;
}

const noTime = () => '';

const witnesses: Readonly<Record<string, Witness>> = {
  machnet: {
    signature: 'x-raas-webhook-signature',
    timeOf: noTime,
    sign: ({ secret, body }) => hmac(secret, body),
  },
  stilt: {
    signature: 'X_STILT_HMAC',
    time: 'EPOCH',
    timeOf: String,
    sign: ({ secret, body, url, time }) => hmac(secret, url + md5(stripped(body)) + time),
  },
  hpay: {
    signature: 'X-HostPay-Signature',
    time: 'X-Webhook-Timestamp',
    timeOf: (now) => String(Math.floor(now / 1000)),
    sign: ({ secret, body, time }) => `v1=${hmac(secret, `${time}.${body}`)}`,
  },
};

const headersBy = ({ signature, time, sign }: Witness, sent: Sent): Record<string, string> => ({
  [signature]: sign(sent),
  ...(time && { [time]: sent.time }),
});

const loaded = await Promise.all(
  Object.entries(providers).map(async ([name, { describe }]) => [name, await (await describe()).webhook?.()] as const),
);
const signing = loaded.flatMap(([name, webhook]) => (webhook?.sign ? [[name, webhook] as const] : []));

test('each provider that signs has a witness', () => {
  expect(signing.map(([name]) => name).toSorted()).toEqual(Object.keys(witnesses).toSorted());
});

// fast-check's `unit: 'binary'` keeps a map of all of these, which takes two seconds.
const anySign = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));
const signs = fc.string({ unit: anySign, maxLength: 20 });
const secrets = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  // What stands around it is refused, as what a file's line end adds.
  .filter((secret) => secret === secret.trim());
/** Laid out in several ways, with escapes or without, and with all that somebody calls white space. */
const bodies = fc
  .tuple(
    fc.dictionary(signs, fc.jsonValue()),
    fc.constantFrom(0, 2, '\t', '\u00a0'),
    fc.constantFrom('', '\n', ' \r\n'),
  )
  .filter(([value]) => !Object.hasOwn(value, '__proto__'))
  .map(([value, space, end]) => JSON.stringify(value, null, space === '\u00a0' ? 1 : space) + end);

test.each(signing)(
  '%s: what the witness signs is believed, and what is signed here the witness believes',
  async (name, webhook) => {
    const witness = witnesses[name] ?? expect.fail(name);
    const url = 'https://receiver.example/hooks?tenant=\u00e9';
    const check = async (body: string, secret: string, at: number): Promise<void> => {
      const now = () => at;
      const sent = { body, secret, url, time: witness.timeOf(at) };
      const headers = headersBy(witness, sent);
      const result = await webhook.receive({ headers, body }, { secret, url, now });
      if (!result.ok) expect(result).toEqual({ ok: false, reason: 'body-malformed' });
      expect(await webhook.sign?.({ body, secret, url, now })).toEqual(headers);
    };
    await fc.assert(fc.asyncProperty(bodies, secrets, fc.integer({ min: 1e12, max: 2e12 }), check), {
      // The long tests try more.
      numRuns: 30 * Number(process.env.AMEND_TIMES),
    });
  },
);

test.each(signing)('%s: what the mock sends over HTTP the witness believes', async (name) => {
  const witness = witnesses[name] ?? expect.fail(name);
  const came: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    came.push({ headers: incoming.headers, body: await text(incoming) });
    outgoing.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks?tenant=1`;
  const secret = 'geheimnis-\u00e4';
  const mock = await createMock();
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await mock.fetch(`http://localhost/__amend/webhooks${path}`, init)).json()) as {
      readonly id: string;
    };
  };
  const { id: to } = await post('', { provider: name, url, secret });
  expect(await post('/examples', { to })).toMatchObject({ state: 'delivered' });
  server.close();
  expect(came).toHaveLength(1);
  for (const { headers, body } of came) {
    const time = witness.time ? String(headers[witness.time.toLowerCase()]) : '';
    expect(headers).toMatchObject({ [witness.signature.toLowerCase()]: witness.sign({ body, secret, url, time }) });
  }
});
