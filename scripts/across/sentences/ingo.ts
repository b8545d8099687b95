import { samples } from '@amend/compiler/testing';
import { expect } from 'vitest';
import { change, create, id, listed, person, stored, update } from './ingo-calls.ts';
import { keyInEither, needsBoth } from './ingo-credentials.ts';
import { creates, each, updates } from './ingo-fields.ts';
import type { ingoCreate, ingoUpdate } from './sentences.ts';
import type { Check } from './world.ts';

const createSample = samples['Ingo v3, create'];
const updateSample = samples['Ingo v4, update'];

export const ingoUpdateChecks: Record<keyof typeof ingoUpdate, Check> = {
  update: async (world) => {
    expect(await world.amend(change('--set', 'address.city=Dallas'))).toMatchObject({ code: 0, err: '' });
    expect(await stored(world)).toMatchObject({ city: 'Dallas' });
    expect((await update(world, { city: 'Houston' })).body.data.items[0]).toMatchObject({ id, city: 'Houston' });
    // The page has no e-mail address among the mutable fields.
    expect((await update(world, { email: 'robin@example.com' })).status).toBe(400);
    expect((await world.amend(change('--set', 'email=robin@example.com'))).out).toMatch(/email +unsupported/);
    const nobody = 'user-00000000-0000-4000-8000-000000000000';
    expect((await update(world, { user_id: nobody, city: 'Houston' })).status).toBe(404);
    const { code, err } = await world.amend(['update', `ingo:${nobody}`, '--set', 'address.city=Dallas']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('404') });
  },
  partial: async (world) => {
    const before = await listed(world);
    const { body } = await update(world, { city: 'Houston' });
    expect(await listed(world)).toEqual(
      before.map((user) => (user.id === id ? { ...user, city: 'Houston', updated_at: expect.any(String) } : user)),
    );
    expect(body.data.items).toEqual([await stored(world)]);
  },
  keyPlace: keyInEither(update, '/ingo/v4/user/update'),
  keyCopy: keyInEither(update, '/ingo/v4/user/update'),
  both: needsBoth(update),
  target: async (world) => {
    const { status, body } = await update(world, { user_id: undefined, city: 'Houston' });
    expect({ status, ...body }).toMatchObject({ status: 'error', message: expect.stringContaining('user_id') });
    expect(status).toBe(400);
    expect((await world.amend(['update', 'ingo', '--set', 'address.city=Dallas'])).code).toBe(2);
  },
  request: async ({ http }) => {
    const sample = updateSample?.body as Record<string, string>;
    const { status, body } = await http('POST', '/ingo/v4/user/update', sample);
    const { api_key: _, user_id, username: __, ssn: ___, ...shown } = sample;
    expect({ status, user: body.data.items[0] }).toMatchObject({ status: 200, user: { id: user_id, ...shown } });
  },
  answer: async (world) => {
    const { body } = await update(world, { user_id: 'user-8f3a2b1c-0e44-4f2d-9a11-7b23cc90d1ef', city: 'Houston' });
    const wanted = updateSample?.answer as { data: { items: object[]; pagination: object } };
    expect(Object.keys(body)).toEqual(Object.keys(wanted));
    expect(body).toMatchObject({ status: 'success', message: 'operation completed' });
    expect(Object.keys(body.data.items[0]).sort()).toEqual(Object.keys(wanted.data.items[0] ?? {}).sort());
    expect(Object.keys(body.data.pagination)).toEqual(Object.keys(wanted.data.pagination));
  },
  ...each(updates),
};

export const ingoCreateChecks: Record<keyof typeof ingoCreate, Check> = {
  create: async (world) => {
    const patch = {
      firstName: 'Alex',
      lastName: 'Rivera',
      email: 'jane.doe@example.com',
      phone: '+15555551234',
      address: { line1: '100 Innovation Way', city: 'Anytown', state: 'TX', country: 'US', postalCode: '30044' },
    };
    const before = await listed(world);
    const { code, err } = await world.amend(['update', 'ingo', '--operation', 'create', '--patch', '-'], patch);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const after = await listed(world);
    expect(after).toHaveLength(before.length + 1);
    expect(after).toContainEqual(
      expect.objectContaining({ first_name: 'Alex', address_one: '100 Innovation Way', kyc_status: 'not_started' }),
    );
  },
  keyPlace: keyInEither(create, '/ingo/v3/user/create'),
  both: needsBoth(create),
  required: async (world) => {
    const users = await listed(world);
    for (const name of Object.keys(person)) {
      const { status, body } = await create(world, { [name]: undefined });
      expect({ name, status, message: body.message }).toEqual({
        name,
        status: 400,
        message: expect.stringContaining(name),
      });
    }
    expect(await listed(world)).toEqual(users);
    const { code, out } = await world.amend(['plan', 'ingo', '--operation', 'create', '--set', 'firstName=Alex']);
    expect(code).toBe(1);
    for (const field of ['lastName', 'email', 'phone', 'address.line1', 'address.city', 'address.postalCode'])
      expect(out).toMatch(new RegExp(`${field} +missing`));
  },
  request: async ({ http }) => {
    const sample = createSample?.body as Record<string, unknown>;
    const { status, body } = await http('POST', '/ingo/v3/user/create', sample);
    const { api_key: _, username: __, ssn: ___, terms_accepted: ____, meta_data: _____, ...shown } = sample;
    expect({ status, user: body.data.items[0] }).toMatchObject({ status: 200, user: shown });
  },
  status: async (world) => expect((await create(world, {})).body.status).toBe('success'),
  message: async (world) => expect((await create(world, {})).body.message).toBe('operation completed'),
  email: async (world) => {
    expect((await create(world, { email: 'no address' })).body.message).toContain('email');
    expect((await create(world, { email: 'alex@example.com' })).body.data.items[0].email).toBe('alex@example.com');
  },
  terms_accepted: async (world) => {
    expect((await create(world, { terms_accepted: true })).status).toBe(200);
    expect((await create(world, { terms_accepted: 'yes' })).status).toBe(400);
  },
  meta_data: async (world) => {
    expect((await create(world, { meta_data: [{ name: 'external_ref', value: 'customer-001' }] })).status).toBe(200);
    expect((await create(world, { meta_data: { external_ref: 'customer-001' } })).status).toBe(400);
    expect((await create(world, { meta_data: ['customer-001'] })).status).toBe(400);
  },
  business_id: async (world) => {
    expect((await create(world, { business_id: 'buss-2ef94c60-5a11-4d72-a3c1-5be7fab0123e' })).status).toBe(200);
    expect((await create(world, { business_id: 1 })).status).toBe(400);
  },
  is_vendor: async (world) => {
    const business_id = 'buss-2ef94c60-5a11-4d72-a3c1-5be7fab0123e';
    expect((await create(world, { business_id, is_vendor: true })).status).toBe(200);
    expect((await create(world, { business_id, is_vendor: 'true' })).status).toBe(400);
  },
  ...each(creates),
};
