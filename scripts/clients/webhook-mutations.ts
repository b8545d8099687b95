import type { WebhookDescriptor } from '@amend/client/provider';
import fc from 'fast-check';

// What somebody would change in a webhook that is right, and none of which may be believed.

interface Sent {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly secret: string;
  readonly url: string;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Blanks and line ends only, of those that are no value: a carriage return and a tab differ in one bit. */
const bodies: fc.Arbitrary<string> = fc
  .record({
    id: fc.uuid(),
    event: fc.constantFrom('user_kyc_verified', 'payment.updated', 'user.kyc.failed'),
    event_name: fc.constantFrom('user_kyc_verified', 'user_kyc_suspended', 'transaction_created'),
    user_id: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', '\u{1f600}', '"', '7', ' ') }),
    amount: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  })
  .chain((value) => fc.constantFrom(0, 1, 2).map((space) => JSON.stringify(value, null, space)));

const flip = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const index = Math.floor(at / 8) % Math.max(bytes.length, 1);
  copy[index] = (copy[index] ?? 0) ^ (1 << (at % 8));
  return copy;
};
const flipText = (text: string, at: number): string =>
  [...text]
    .map((sign, index) =>
      index === Math.floor(at / 8) % text.length
        ? String.fromCodePoint((sign.codePointAt(0) ?? 0) ^ (1 << (at % 8)))
        : sign,
    )
    .join('');

/** Games with one header. */
const games: readonly ((value: string, at: number) => string | readonly string[] | undefined)[] = [
  flipText,
  () => undefined,
  () => '',
  (value) => [value, value],
  (value) => [value, '0'.repeat(value.length)],
  (value) => `${value},${value}`,
  (value) => `${value} `,
  (value) => `0${value}`,
  (value) => value.slice(1),
  (value, at) => value + String(at % 10),
  (value, at) => `${at}`.padStart(value.length, '0').slice(0, value.length),
  (value) => `+${value}`,
  (value) => value.replace(/[0-9]/, '\u0661'),
  (value) => value.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
];

const secret = 'sécret-00112233';
const start = 'https://';
const rest = 'receiver.example/hooks?tenant=1';
const url = start + rest;
const now = () => 1_700_000_000_000;

type Sign = (body: string, under?: string, to?: string) => Promise<Sent['headers']>;
type Mutation = (sent: Sent, sign: Sign, at: number, other: string) => Sent | Promise<Sent>;

const textOf = ({ body }: Sent): string => new TextDecoder().decode(body);

/** Each header that comes with a body counts: one game with one of them. */
const withGame =
  (game: (typeof games)[number]): Mutation =>
  (sent, _, at) => {
    const names = Object.keys(sent.headers);
    const name = names[at % names.length] ?? '';
    return { ...sent, headers: { ...sent.headers, [name]: game(String(sent.headers[name]), at) } };
  };

const mutations: readonly Mutation[] = [
  (sent, _, at) => ({ ...sent, body: flip(sent.body, at) }),
  (sent, _, at) => ({ ...sent, body: flip(sent.body, at) }),
  (sent, _, at) => ({ ...sent, body: sent.body.slice(0, at % sent.body.length) }),
  async (sent, sign, at, other) => ({ ...sent, headers: await sign(`${other}${at}`) }),
  async (sent, sign, at) => ({ ...sent, headers: await sign(textOf(sent), flipText(secret, at)) }),
  (sent, _, at) => ({ ...sent, secret: `${sent.secret}${at}` }),
  ...games.map(withGame),
];
const ofAddresses: readonly Mutation[] = [
  async (sent, sign, at) => ({ ...sent, headers: await sign(textOf(sent), secret, start + flipText(rest, at)) }),
  (sent, _, at) => ({ ...sent, url: `${sent.url}${at}` }),
  (sent) => ({ ...sent, url: sent.url.replace('https:', 'http:') }),
  async (sent, sign, at) => ({ ...sent, headers: await sign(textOf(sent), secret, `https://other.example/${at}`) }),
];

const written = ({ body, ...rest }: Sent): string => JSON.stringify([rest, [...body]]);

/** What is right is believed, and what was changed in one small way is not; throws with the smallest case otherwise. */
export const tryMutations = async ({ sign: signed, receive }: WebhookDescriptor, numRuns: number): Promise<void> => {
  const sign: Sign = async (body, under = secret, to = url) =>
    (await signed?.({ body, secret: under, url: to, now })) ?? {};
  const verify = (sent: Sent) =>
    receive({ headers: sent.headers, body: sent.body }, { secret: sent.secret, url: sent.url, now });
  const signsAddress = JSON.stringify(await sign('{}')) !== JSON.stringify(await sign('{}', secret, `${url}2`));
  const all = signsAddress ? [...mutations, ...ofAddresses] : mutations;
  await fc.assert(
    fc.asyncProperty(bodies, bodies, fc.nat({ max: all.length - 1 }), fc.nat(), async (body, other, index, at) => {
      const sent: Sent = { headers: await sign(body), body: encode(body), secret, url };
      const right = await verify(sent);
      if (!right.ok) throw new Error(`What is right is not believed: ${right.reason}.`);
      const changed = (await all[index]?.(sent, sign, at, other)) ?? sent;
      if (written(sent) === written(changed)) return;
      if ((await verify(changed)).ok) throw new Error('What was changed is believed.');
    }),
    { numRuns },
  );
};
