import { expectTypeOf, test } from 'vitest';
import { type MachnetEvent, verifyMachnetWebhook } from './webhook.ts';

// Only compiled: what a receiver knows of an event.

declare const request: Request;
declare const event: MachnetEvent;

test('a result tells an event, or why not', async () => {
  const result = await verifyMachnetWebhook(request, { secret: ['new', 'old'] });
  // @ts-expect-error it may not be believed
  expectTypeOf(result.event).toEqualTypeOf<MachnetEvent>();
  if (result.ok) expectTypeOf(result.event).toEqualTypeOf<MachnetEvent>();
  else expectTypeOf<'signature-wrong'>().toExtend<typeof result.reason>();
  // @ts-expect-error without a secret nothing can be checked
  await verifyMachnetWebhook(request, {});
  // @ts-expect-error a body that was parsed is another one
  await verifyMachnetWebhook({ headers: {}, body: { event_name: 'user_kyc_verified' } }, { secret: 'secret' });
});

test('an event is known by what it is, and then by its name', () => {
  if (event.is === 'other') {
    expectTypeOf(event.body).toBeUnknown();
    expectTypeOf(event.name).toEqualTypeOf<string | undefined>();
    return;
  }
  expectTypeOf(event.is).toEqualTypeOf<'userKycChanged'>();
  expectTypeOf(event.userId).toEqualTypeOf<string>();
  expectTypeOf(event.time).toEqualTypeOf<string | undefined>();
  if (event.name === 'user_kyc_verified') {
    expectTypeOf(event.word).toEqualTypeOf<'VERIFIED'>();
    expectTypeOf(event.verification).toEqualTypeOf<'verified'>();
  }
  // @ts-expect-error there is no such event
  event.name satisfies 'user_kyc_verifed';
  expectTypeOf(event.body.subscription_id).toEqualTypeOf<string | null | undefined>();
});
