import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import contract from './generated/v1/openapi.json' with { type: 'json' };
import { signHpayWebhook, verifyHpayWebhook } from './webhook.ts';

// The vendor's SDK for Python takes this one, with the secret of its own tests.
const secret = 'whsec_test_secret';
const body = '{"data":{"id":"txn_abc123xyz","status":"succeeded","amount":100.0,"currency":"USD"},"metadata":{}}';
const headers = {
  'X-HostPay-Signature': 'v1=1a467bbee88aba664626758d51aae8199929c59151844c83109b6cf1f2db7a0c',
  'X-Webhook-Timestamp': '1700000000',
  'X-HostPay-Delivery-Id': 'whd_1',
};
const now = () => 1_700_000_000_000;
const verify = (changed: Record<string, string> = {}, sent = body, more: object = {}) =>
  verifyHpayWebhook({ headers: { ...headers, ...changed }, body: sent }, { secret, now, ...more });

test('a webhook that the vendor takes is believed, bit for bit', async () => {
  expect(await verify()).toEqual({
    ok: true,
    event: {
      provider: 'hpay',
      is: 'other',
      name: undefined,
      id: 'whd_1',
      userId: undefined,
      time: '1700000000',
      body: JSON.parse(body),
    },
  });
  const { 'X-HostPay-Delivery-Id': _, ...signed } = headers;
  expect(await signHpayWebhook({ body, secret, now })).toEqual(signed);
});

test('the contract shows the same one', () => {
  const [signature, time] = contract.webhooks.eventSent.post.parameters;
  expect(signature).toMatchObject({ examples: { ofTests: { value: headers['X-HostPay-Signature'] } } });
  expect(time).toMatchObject({ examples: { ofTests: { value: headers['X-Webhook-Timestamp'] } } });
});

const bare = headers['X-HostPay-Signature'].slice(3);
const signed = (time: string) => ({
  'X-Webhook-Timestamp': time,
  'X-HostPay-Signature': `v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`,
});

test.each<[name: string, changed: Record<string, string>, sent: string, reason: string]>([
  ['the digits alone', { 'X-HostPay-Signature': bare }, body, 'signature-malformed'],
  ['another version', { 'X-HostPay-Signature': `v2=${bare}` }, body, 'signature-malformed'],
  ['two', { 'X-HostPay-Signature': `v1=${bare},v1=${bare}` }, body, 'signature-malformed'],
  ['another last digit', { 'X-HostPay-Signature': `v1=${bare.slice(0, -1)}d` }, body, 'signature-wrong'],
  ['an added blank', {}, `${body} `, 'signature-wrong'],
  ['the body written again', {}, JSON.stringify(JSON.parse(body)), 'signature-wrong'],
  ['301 seconds ago', signed('1699999699'), body, 'time-passed'],
  ['301 seconds ahead', signed('1700000301'), body, 'time-ahead'],
])('%s: not believed', async (_, changed, sent, reason) => {
  expect(await verify(changed, sent)).toEqual({ ok: false, reason });
});

test('a time may be 300 seconds off, or as far as the receiver says', async () => {
  expect(await verify(signed('1699999700'))).toMatchObject({ ok: true });
  expect(await verify(signed('1699999700'), body, { tolerance: 1000 })).toMatchObject({ reason: 'time-passed' });
});
