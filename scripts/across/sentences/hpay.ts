import { samples } from '@amend/compiler/testing';
import { expect } from 'vitest';
import type { hpay } from './sentences.ts';
import type { Check, World } from './world.ts';

const id = 'user_abc123';
const sample = samples['HPay, update'] as { body: Record<string, unknown>; answer: Record<string, unknown> };

const pathOf = (user: string): string => `/hpay/api/v1/users/${user}/`;

const replace = ({ http }: World, body: object, headers = {}, user = id) =>
  http('PUT', pathOf(user), { ...sample.body, ...body }, headers);

const read = async ({ http }: World, user = id) => (await http('GET', pathOf(user))).body;

const change = (...args: string[]) => ['update', `hpay:${id}`, '--operation', 'replace', ...args];

const unchangedBy = async (world: World, send: () => Promise<unknown>): Promise<void> => {
  const before = await read(world);
  await send();
  expect(await read(world)).toEqual(before);
};

/** A property that a replacement cannot do without. */
const required =
  (property: string, wrong: unknown, right: unknown): Check =>
  async (world) => {
    await unchangedBy(world, async () => {
      for (const value of [undefined, wrong]) {
        const { status, body } = await replace(world, { [property]: value });
        expect({ status, detail: body.detail }).toEqual({
          status: 422,
          detail: [expect.objectContaining({ loc: ['body', property] })],
        });
      }
    });
    expect((await replace(world, { [property]: right })).body).toMatchObject({ [property]: right });
  };

/** A property that a replacement may leave out, and then is no longer there; the command leaves nothing out. */
const optional =
  (property: string, value: string): Check =>
  async (world) => {
    expect((await replace(world, { [property]: value })).body).toMatchObject({ [property]: value });
    expect((await replace(world, { [property]: undefined })).body).toMatchObject({ [property]: null });
    expect((await world.amend(change('--set', `${property}=${value}`))).code).toBe(0);
    expect((await world.amend(change('--set', 'phone=+23279123458'))).code).toBe(0);
    expect(await read(world)).toMatchObject({ [property]: value });
  };

const refusesOtherId: Check = async (world) => {
  await unchangedBy(world, async () => {
    expect(await replace(world, { app_user_id: 2 })).toEqual({
      status: 400,
      body: { detail: 'App user ID cannot be changed' },
    });
  });
};

export const hpayChecks: Record<keyof typeof hpay, Check> = {
  path: async (world) => {
    expect((await replace(world, { name: 'John Newer Doe' })).body).toMatchObject({ id, name: 'John Newer Doe' });
    const { code, out } = await world.amend(change('--set', 'email=john.newer@example.com'));
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/email +john\.newer@example\.com/) });
    expect(await read(world)).toMatchObject({ name: 'John Newer Doe', email: 'john.newer@example.com' });
  },
  user_id: async (world) => {
    expect((await replace(world, {}, {}, 'user_nobody')).status).toBe(404);
    const { code, err } = await world.amend(['update', 'hpay:user_nobody', '--set', 'email=john@example.com']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('404') });
  },
  apiKey: (world) =>
    unchangedBy(world, async () => {
      expect((await replace(world, { name: 'X' }, { 'api-key': undefined })).status).toBe(401);
    }),
  secretKey: (world) =>
    unchangedBy(world, async () => {
      expect((await replace(world, { name: 'X' }, { 'secret-key': undefined })).status).toBe(401);
    }),
  request: async (world) => {
    const { status, body } = await world.http('PUT', pathOf(id), sample.body);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...sample.answer, app_user_id: expect.anything(), updated_at: expect.any(String) });
    expect(String(body.app_user_id)).toBe('1');
  },
  appUserIdRequired: async (world) => {
    await unchangedBy(world, async () => {
      const { status, body } = await replace(world, { app_user_id: undefined });
      expect({ status, detail: body.detail }).toEqual({
        status: 422,
        detail: [expect.objectContaining({ loc: ['body', 'app_user_id'] })],
      });
    });
    const { code, out } = await world.amend(['plan', ...change('--set', 'email=john@example.com').slice(1)]);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/externalId +missing/) });
  },
  appUserIdMatches: async (world) => {
    const person = { app_user_id: 2042, name: 'Joseph Placeholder', phone_number: '+13125550199' };
    const { body: created } = await world.http('POST', '/hpay/api/v1/users/create/', person);
    expect((await replace(world, person, {}, created.id)).status).toBe(200);
    expect((await replace(world, { ...person, app_user_id: 1 }, {}, created.id)).status).toBe(400);
    expect((await read(world, created.id)).app_user_id).toBe(created.app_user_id);
  },
  appUserIdChanged: async (world) => {
    await refusesOtherId(world);
    // Who is sure of a wrong identifier hears it from HPay.
    const current = { id, externalId: 2, firstName: 'John', lastName: 'Doe', phone: '+23279123456', active: true };
    const { code, err } = await world.amend(change('--current', '-', '--set', 'email=john@example.com'), current);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('400') });
  },
  appUserIdLocked: (world) =>
    unchangedBy(world, async () => {
      const { code, out } = await world.amend(change('--set', 'externalId=2'));
      expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/externalId +locked/) });
      expect((await world.amend(change('--set', 'externalId=1', '--set', 'active=true'))).code).toBe(0);
    }),
  appUserIdType: (world) =>
    unchangedBy(world, async () => {
      for (const app_user_id of [1.5, true, [1]]) expect((await replace(world, { app_user_id })).status).toBe(422);
    }),
  name: required('name', 1, 'John Newest Doe'),
  phone_number: required('phone_number', 23279123456, '+23279123457'),
  email: optional('email', 'john.other@example.com'),
  username: optional('username', 'john.doe'),
  is_active: async (world) => {
    expect((await replace(world, { is_active: false })).body.is_active).toBe(false);
    expect((await world.amend(change('--set', 'active=true'))).code).toBe(0);
    expect((await read(world)).is_active).toBe(true);
    expect((await world.amend(change('--set', 'active=false'))).code).toBe(0);
    expect((await read(world)).is_active).toBe(false);
    // A replacement of something else leaves a disabled user disabled.
    expect((await world.amend(change('--set', 'email=john@example.com'))).code).toBe(0);
    expect((await read(world)).is_active).toBe(false);
  },
  updated_at: async (world) => {
    const before = await read(world);
    const { body } = await replace(world, { name: 'John Newest Doe' });
    expect(new Date(body.updated_at).getTime()).toBeGreaterThan(new Date(before.updated_at).getTime());
    expect(body.updated_at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
  },
};
