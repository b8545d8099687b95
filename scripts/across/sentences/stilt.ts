import { createDecipheriv } from 'node:crypto';
import { createStilt } from '@amend/stilt';
import { expect } from 'vitest';
import type { stilt } from './sentences.ts';
import { accepts, acceptsNames, change, id, read, sample, update } from './stilt-values.ts';
import type { Check } from './world.ts';

const sealed = 'AAECAwQFBgcICQoLDA0ODwlxzWvGEOKej4izB1iBPpg=';

/** A day so many years and days before today, as the page writes it. */
const yearsAgo = (years: number, days = 0): string => {
  const today = new Date();
  const date = new Date(Date.UTC(today.getUTCFullYear() - years, today.getUTCMonth(), today.getUTCDate() - days));
  return date.toISOString().slice(0, 10).replaceAll('-', '/');
};

const report = 'H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==';

const address = {
  line_1: '100 Innovation Way',
  line_2: 'Suite 100',
  line_3: null,
  zip: '30044',
  city: 'Anytown',
  state: 'TX',
  country: 'UNITED STATES',
};

export const stiltChecks: Record<keyof typeof stilt, Check> = {
  path: async (world) => {
    // The mock serves the path with the server's base path, and without.
    const { status, body } = await world.http('PUT', `/stilt/v1/users/${id}`, { phone: '4155550127' });
    expect({ status, phone: body.phone }).toEqual({ status: 200, phone: '4155550127' });
    const { code, out } = await world.amend(change('--set', 'phone=+16166723456'));
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/phone +\+16166723456/) });
    expect(await read(world)).toMatchObject({ phone: '6166723456' });
  },
  answers: async (world) => {
    expect(await update(world, { phone: '4155550127' })).toEqual({ status: 200, body: await read(world) });
  },
  invalid: async (world) => {
    const before = await read(world);
    for (const body of [{ phone: '123' }, { dob: '1990/13/01' }, { dob: '1990/02/30' }]) {
      const answer = await update(world, body);
      expect(answer).toMatchObject({ status: 400, body: { message: expect.any(String) } });
    }
    expect(await read(world)).toEqual(before);
    expect((await world.amend(change('--set', 'phone=+123'))).code).toBe(1);
    expect((await world.amend(change('--patch', '-'), { dateOfBirth: '1990-02-30' })).code).toBe(1);
  },
  sensitive: async (world) => {
    const created = await world.http('POST', '/stilt/users', { ...sample.body, ssn: sealed });
    const updated = await update(world, { dob: '1979/02/28' }, created.body.uuid);
    for (const { status, body } of [created, updated]) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/dob|ssn|1979|1990|AAECAwQF/);
    }
    const { code, out, err } = await world.amend(change('--patch', '-', '--json'), { dateOfBirth: '1979-02-28' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain('1979');
  },
  only: async ({ http, ...world }) => {
    const before = (await http('GET', '/stilt/users')).body.data;
    await update({ http, ...world }, { email: 'blair@example.com' });
    expect((await http('GET', '/stilt/users')).body.data).toEqual(
      before.map((user: { uuid: string }) => (user.uuid === id ? { ...user, email: 'blair@example.com' } : user)),
    );
  },
  unchanged: async (world) => {
    const before = await read(world);
    await update(world, {});
    expect(await read(world)).toEqual(before);
    expect((await world.amend(change('--set', 'email=blair@example.com'))).code).toBe(0);
    expect(await read(world)).toEqual({ ...before, email: 'blair@example.com' });
  },
  sameAsCreate: async (world) => {
    const reports = { credit_report_xml_gzip: report, asset_report_json_gzip: report };
    const parameters = { ...sample.body, ...reports };
    const { status, body: created } = await world.http('POST', '/stilt/users', { ...parameters, ssn: sealed });
    expect(status).toBe(200);
    expect(await update(world, parameters, created.uuid)).toEqual({ status: 200, body: created });
    expect((await update(world, { ...parameters, nickname: 'B' }, created.uuid)).status).toBe(400);
  },
  exceptSsn: async (world) => {
    expect(await update(world, { ssn: sealed })).toEqual({ status: 400, body: { message: 'ssn can never change.' } });
    const { code, out } = await world.amend(change('--patch', '-'), { ssn: '111-22-3333' });
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/ssn +locked/) });
    expect(out).not.toContain('3333');
  },
  user_id: async (world) => {
    expect((await update(world, { phone: '4155550127' }, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
    const nobody = 'stilt:00000000-0000-4000-8000-000000000000';
    expect((await world.amend(['update', nobody, '--set', 'phone=+14155550127'])).code).toBe(1);
  },
  address: async (world) => {
    const { zip: _, ...incomplete } = address;
    await accepts('address', { right: [address], wrong: [incomplete, { ...address, planet: 'Mars' }, 'Anytown'] })(
      world,
    );
    const { code, out } = await world.amend(change('--set', 'address.country=CA'));
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/address\.country +invalid +.*must be US/) });
    expect((await world.amend(change('--set', 'address.city=Lawrenceville'))).code).toBe(0);
    // The command completes a part from what it has read.
    expect((await read(world)).address).toEqual({ ...address, city: 'Lawrenceville' });
  },
  first_name: acceptsNames('first_name', 'firstName'),
  middle_name: acceptsNames('middle_name', 'middleName'),
  last_name: acceptsNames('last_name', 'lastName'),
  email: accepts('email', { right: ['blair@example.com'], wrong: ['blair', 'a@', 1] }),
  dob: accepts('dob', { right: ['1990/04/15'], wrong: ['04/15/1990', '1990/4/15', '15.04.1990'], shown: false }),
  age: async (world) => {
    await accepts('dob', {
      right: [yearsAgo(18), yearsAgo(18, 1)],
      wrong: [yearsAgo(18, -1), yearsAgo(1)],
      shown: false,
    })(world);
    const patch = (date: string) => ({ dateOfBirth: date.replaceAll('/', '-') });
    expect((await world.amend(change('--patch', '-'), patch(yearsAgo(18)))).code).toBe(0);
    const { code, out } = await world.amend(change('--patch', '-'), patch(yearsAgo(18, -1)));
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/dateOfBirth +invalid +.*18/) });
  },
  reports: async (world) => {
    for (const property of ['credit_report_xml_gzip', 'asset_report_json_gzip'])
      await accepts(property, { right: [report], wrong: [1, null, { report }], shown: false })(world);
  },
  sealed: async ({ url, http }) => {
    const secret = '00112233-4455-6677-8899-aabbccddeeff';
    const bodies: string[] = [];
    const client = createStilt({
      clientUuid: 'any',
      secret,
      baseUrl: `${url}/stilt`,
      fetch: (address, init) => {
        bodies.push(String(init?.body));
        return fetch(address, init);
      },
    });
    const created = await client.createUser({ body: { ...sample.body, ssn: '111-22-3333' } as never });
    expect(created.ok).toBe(true);
    const { ssn } = JSON.parse(bodies[0] ?? '');
    const bytes = Buffer.from(ssn, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', secret.replaceAll('-', ''), bytes.subarray(0, 16));
    const plain = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString();
    expect(plain.replaceAll('-', '')).toBe('111223333');
    expect((await http('POST', '/stilt/users', { ...sample.body, ssn: '111-22-3333' })).status).toBe(400);
  },
  phone: async (world) => {
    const wrong = ['616672345', '61667234567', '+16166723456', '616-672-3456'];
    await accepts('phone', { right: ['6166723456'], wrong })(world);
    expect((await world.amend(change('--set', 'phone=+442079460000'))).code).toBe(1);
  },
  answer: async (world) => {
    const { body } = await update(world, sample.body);
    expect(body).toEqual(sample.answer);
  },
};
