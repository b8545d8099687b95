import { expect, expectTypeOf, test } from 'vitest';
import contract from './generated/v4/openapi.json' with { type: 'json' };
import { type IngoEvent, readIngoWebhook } from './webhook.ts';

const body = contract.components.examples.kycFailedSample.value;
const headers = { 'X-Ingo-Signature': 'anything' };

test('what can be read is never ok: nobody knows how to check it', async () => {
  const result = await readIngoWebhook({ headers, body: JSON.stringify(body) });
  expectTypeOf(result.ok).toEqualTypeOf<false>();
  expect(result).toEqual({
    ok: false,
    reason: 'unverified-origin',
    event: {
      provider: 'ingo',
      is: 'userKycFailed',
      name: 'user.kyc.failed',
      id: 'inn_whe_4bSUtkul0Imq8nZW031i',
      userId: undefined,
      time: '23-06-2025 03:20 PM',
      word: 'rejected',
      verification: 'unknown',
      body,
    },
  });
  if (result.reason === 'unverified-origin') expectTypeOf(result.event).toEqualTypeOf<IngoEvent>();
});

test('it needs no signature, and its other events are let through', async () => {
  const sent = JSON.stringify({ event: 'account.issue.created', data: { event_id: 'inn_whe_1' } });
  expect(await readIngoWebhook({ headers: {}, body: sent })).toMatchObject({
    reason: 'unverified-origin',
    event: { is: 'other', name: 'account.issue.created', id: 'inn_whe_1' },
  });
});

test.each([
  ['no JSON', '{', {}, 'body-malformed'],
  ['an event without its id', '{"event":"user.kyc.failed","data":{}}', {}, 'body-malformed'],
  ['too much', JSON.stringify(body), { maxBytes: 10 }, 'body-too-large'],
])('%s cannot be read', async (_, sent, options, reason) => {
  expect(await readIngoWebhook({ headers, body: sent }, options)).toEqual({ ok: false, reason });
});
