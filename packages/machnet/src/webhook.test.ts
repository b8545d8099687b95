import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import contract from './generated/v4/openapi.json' with { type: 'json' };
import { webhooks } from './generated/v4/webhooks.ts';
import { signMachnetWebhook, verifyMachnetWebhook } from './webhook.ts';

const secret = 'of-the-subscription';
const signatureOf = (body: string, under = secret) => createHmac('sha256', under).update(body).digest('hex');
const verify = (body: string, signature: string, more: object = {}) =>
  verifyMachnetWebhook(
    { headers: { 'x-raas-webhook-signature': signature, 'x-raas-event': 'user_kyc_verified' }, body },
    { secret, ...more },
  );

const events = Object.values(contract.components.examples).flatMap(({ value }) =>
  'event_name' in value ? [value] : [],
);

test('the contract shows each event', () => {
  expect(events.map((each) => each.event_name).toSorted()).toEqual(
    Object.keys(webhooks.userKycChanged.events).toSorted(),
  );
});

test.each(events)('$event_name is believed, and says what the user is then', async (body) => {
  const text = JSON.stringify(body, null, 1);
  const { event_name: name } = body;
  const { id, user_id: userId, timestamp: time } = body as { id: string; user_id: string; timestamp: string };
  expect(await verify(text, signatureOf(text))).toEqual({
    ok: true,
    event: {
      provider: 'machnet',
      is: 'userKycChanged',
      name,
      id,
      userId,
      time,
      body,
      ...webhooks.userKycChanged.events[name as 'user_kyc_verified'],
    },
  });
});

test('an event about something else is let through, and no header names it', async () => {
  const text = '{"id":"1","event_name":"transaction_created","user_id":"u1","resource_id":"t1"}';
  expect(await verify(text, signatureOf(text))).toMatchObject({
    ok: true,
    event: { is: 'other', name: 'transaction_created', id: '1', userId: 'u1' },
  });
});

test('an event about a check without its user is none', async () => {
  const text = '{"id":"1","event_name":"user_kyc_verified"}';
  expect(await verify(text, signatureOf(text))).toEqual({ ok: false, reason: 'body-malformed' });
});

const text = JSON.stringify(events[0]);

test.each<[name: string, signature: string, reason: string]>([
  ['of another body', signatureOf(`${text} `), 'signature-wrong'],
  ['of the body written again', signatureOf(JSON.stringify(events[0], null, 1)), 'signature-wrong'],
  ['of another subscription', signatureOf(text, 'another'), 'signature-wrong'],
  ['in capitals', signatureOf(text).toUpperCase(), 'signature-malformed'],
  ['that names its algorithm', `sha256=${signatureOf(text)}`, 'signature-malformed'],
])('a signature %s is not believed', async (_, signature, reason) => {
  expect(await verify(text, signature)).toEqual({ ok: false, reason });
});

test('a secret may hold any sign, and two will do while one is rotated', async () => {
  const others = { secret: ['gehéim-\u{1f511}', secret] };
  expect(await verify(text, signatureOf(text, 'gehéim-\u{1f511}'), others)).toMatchObject({ ok: true });
  expect(await verify(text, signatureOf(text), others)).toMatchObject({ ok: true });
});

test('a receiver can be tried', async () => {
  expect(await signMachnetWebhook({ body: text, secret })).toEqual({ 'x-raas-webhook-signature': signatureOf(text) });
});
