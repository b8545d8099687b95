import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signStiltWebhook, verifyStiltWebhook } from './webhook.ts';

const secret = '00112233-4455-6677-8899-aabbccddeeff';
const url = 'https://receiver.example/hooks/stilt?tenant=1';
const body = '{"uuid":"m1","event":"payment.updated","payload":{"note":"a b","amount":1.0},"created_at":"2022-09-14"}';
const now = () => 1_700_000_000_000;

/** As the page describes it, with the expression that it shows for what is not signed. */
const signed = (sent: string, epoch = '1700000000000', at = url, under = secret) => {
  const stripped = sent.replace(/(\r\n|\n|\r|\s+)/gm, '');
  const md5 = stripped === '' ? '' : createHash('md5').update(stripped).digest('hex');
  return {
    X_STILT_HMAC: createHmac('sha256', under).update(`${at}${md5}${epoch}`).digest('hex'),
    EPOCH: epoch,
  };
};
const verify = (sent: string, headers: Record<string, string>, more: object = {}) =>
  verifyStiltWebhook({ headers, body: sent }, { secret, url, now, ...more });

test('a message is believed, whatever it is about', async () => {
  expect(await verify(body, signed(body))).toEqual({
    ok: true,
    event: {
      provider: 'stilt',
      is: 'other',
      name: 'payment.updated',
      id: 'm1',
      userId: undefined,
      time: '2022-09-14',
      body: JSON.parse(body),
    },
  });
  expect(await signStiltWebhook({ body, secret, url, now })).toEqual(signed(body));
});

test('white space is not signed, and all else is', async () => {
  const spaced = body.replaceAll(',', ',\r\n\t ');
  expect(await verify(spaced, signed(body))).toMatchObject({ ok: true });
  expect(await verify(body.replace('a b', 'ab'), signed(body))).toMatchObject({ ok: true });
  // The public client signs what it has parsed and written again.
  expect(await verify(body, signed(JSON.stringify(JSON.parse(body))))).toEqual({
    ok: false,
    reason: 'signature-wrong',
  });
});

test.each<[name: string, headers: Record<string, string>, reason: string]>([
  [
    'the address of another endpoint',
    signed(body, '1700000000000', 'https://receiver.example/hooks'),
    'signature-wrong',
  ],
  ['another body', signed('{}'), 'signature-wrong'],
  ['no body', signed(''), 'signature-wrong'],
  ['another secret', signed(body, '1700000000000', url, secret.replaceAll('-', '')), 'signature-wrong'],
  ['another time than is signed', { ...signed(body), EPOCH: '1700000000001' }, 'signature-wrong'],
  ['61 seconds ago', signed(body, '1699999939000'), 'time-passed'],
  ['61 seconds ahead', signed(body, '1700000061000'), 'time-ahead'],
  ['61 seconds ago, in seconds', signed(body, '1699999939'), 'time-passed'],
  ['no number', signed(body, '1700000000000.0'), 'time-malformed'],
])('%s: not believed', async (_, headers, reason) => {
  expect(await verify(body, headers)).toEqual({ ok: false, reason });
});

test.each(['1700000000', '1699999940', '1700000060', '1699999940000'])('%s is in time', async (epoch) => {
  expect(await verify(body, signed(body, epoch))).toMatchObject({ ok: true });
});

test.each([undefined, '', '/hooks/stilt'])('the address has to be whole: %s', async (given) => {
  await expect(verify(body, signed(body), { url: given })).rejects.toThrow('url must be the full address');
  await expect(signStiltWebhook({ body, secret, ...(given !== undefined && { url: given }) })).rejects.toThrow(
    'url must be the full address',
  );
});
