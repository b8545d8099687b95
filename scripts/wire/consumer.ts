import { type ClientOptions, unwrap } from '@amend/client';
import { createHpay } from '@amend/hpay';
import { createIngo } from '@amend/ingo';
import { createMachnet } from '@amend/machnet';
import { createStilt } from '@amend/stilt';

// A program that uses the packages as they are published. `packages.test.ts` compiles it, runs it and bundles it.

/** One call of each client, and from each answer a value that only the right answer holds. */
export const callEach = async (origin: string, options: Omit<ClientOptions, 'baseUrl'> = {}) => {
  const ingo = createIngo({
    apiKey: 'key',
    username: 'program',
    secret: 'secret',
    baseUrl: `${origin}/ingo`,
    ...options,
  });
  const machnet = createMachnet({ clientId: 'id', clientSecret: 'secret', baseUrl: `${origin}/machnet`, ...options });
  const secret = '00112233-4455-6677-8899-aabbccddeeff';
  const stilt = createStilt({ clientUuid: 'id', secret, baseUrl: `${origin}/stilt`, ...options });
  const hpay = createHpay({ apiKey: 'key', secretKey: 'secret', baseUrl: `${origin}/hpay`, ...options });

  const user_id = 'f45680e1-014d-42c7-be86-3b2899e911c3';
  const updated = unwrap(await ingo.updateUser({ body: { user_id, city: 'Eugene' } }));
  const changed = unwrap(await machnet.updateUser({ path: { user_id }, body: { city: 'Albany' } }));
  const sealed = unwrap(await stilt.updateUser({ path: { user_id }, body: { ssn: '111-22-3333' } }));
  const listed = unwrap(await hpay.listUsers({ query: { is_active: true } }));
  return [updated.data?.items[0]?.id, changed.id, sealed.uuid, listed[0]?.id];
};

/** Types that could not be read would be `any`, and then this would compile. */
export const neverCalled = async (origin: string) => {
  const machnet = createMachnet({ clientId: 'id', clientSecret: 'secret', baseUrl: origin });
  // @ts-expect-error city is misspelt
  const result = await machnet.updateUser({ path: { user_id: '' }, body: { cty: 'Albany' } });
  // @ts-expect-error it may have failed
  console.log(result.data);
  // @ts-expect-error there is no such field
  console.log(unwrap(result).cty);
};
