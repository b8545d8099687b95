import { samples } from '@amend/compiler/testing';
import { expect } from 'vitest';
import { pathOf, read, update, users } from './machnet-cells.ts';
import type { machnet } from './sentences.ts';
import type { Check, World } from './world.ts';

/** How many documents newer ones took the place of. */
const archived = async ({ http }: World, id: string): Promise<number> => {
  const { body } = await http('GET', '/__amend/users?provider=machnet');
  return body.find((user: { id: string }) => user.id === id).archived;
};

const { verified, notVerified } = users.individual;

const ssn = { documents: { virtual: [{ type: 'SSN', number: '999999999' }] } };

const sampleCheck =
  (name: string, id: string): Check =>
  async (world) => {
    const { body, answer } = samples[name] as {
      body: Record<string, unknown>;
      answer: Record<string, unknown>;
    };
    const { status, body: shown } = await update(world, id, body);
    expect(status).toBe(200);
    // What a sample's answer shows beside the request is what the mock's users begin with.
    expect(Object.keys(answer).filter((property) => !(property in shown))).toEqual([]);
    const { physical_documents: scans, virtual_documents: _, number_of_transaction_per_month: count, ...plain } = body;
    expect(shown).toMatchObject({ ...plain, ...(count !== undefined && { number_of_transaction_per_month: 122 }) });
    const kinds = (documents: unknown) =>
      (documents as { document_type: string }[]).map(({ document_type }) => document_type);
    expect(kinds(shown.physical_documents)).toEqual(expect.arrayContaining(kinds(scans)));
    expect(JSON.stringify(shown)).not.toContain('base64');
  };

export const machnetChecks: Record<keyof typeof machnet, Check> = {
  update: async (world) => {
    const { code, out } = await world.amend(['update', `machnet:${verified}`, '--set', 'phone=+12106603032']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/phone +\+12106603032/) });
    expect(await read(world, verified)).toMatchObject({ mobile_phone: '2106603032' });
  },
  atOnce: async (world) => {
    const patch = {
      firstName: 'Tenzin',
      middleName: '',
      lastName: 'Norgay',
      dateOfBirth: '2000-01-01',
      email: 'tenzin.norgay@example.com',
      phone: '+12106603032',
      address: { line1: '500 8 El Camino Real Santa Clara', city: 'Santa Clara', state: 'CA', postalCode: '95053' },
      occupation: 'Banker',
      employer: { name: 'ACME', address: '123 address st', phone: '222222222' },
      ...ssn,
    };
    expect((await world.amend(['update', `machnet:${notVerified}`, '--patch', '-'], patch)).code).toBe(0);
    expect(await read(world, notVerified)).toMatchObject({
      first_name: 'Tenzin',
      last_name: 'Norgay',
      date_of_birth: '2000-01-01',
      city: 'Santa Clara',
      company_details: { company_name: 'ACME' },
    });
  },
  partially: async (world) => {
    const before = await read(world, notVerified);
    await update(world, notVerified, { city: 'Santa Clara' });
    await update(world, notVerified, { zipcode: '95053' });
    await update(world, notVerified, { state: 'CA' });
    const wanted = { ...before, city: 'Santa Clara', zipcode: '95053', state: 'CA' };
    expect(await read(world, notVerified)).toEqual(wanted);
  },
  path: async (world) => {
    expect((await update(world, verified, { city: 'Albany' })).body).toEqual(await read(world, verified));
    expect((await update(world, '00000000-0000-4000-8000-000000000000', { city: 'Albany' })).status).toBe(404);
    expect((await world.http('PUT', pathOf(verified), { city: 'Albany' })).status).toBe(405);
  },
  headers: async (world) => {
    for (const name of ['X-Client-Id', 'X-Client-Secret'])
      expect((await update(world, verified, { city: 'Albany' }, { [name]: undefined })).status).toBe(401);
    expect(await read(world, verified)).not.toMatchObject({ city: 'Albany' });
  },
  archive: async (world) => {
    const before = await read(world, verified);
    expect(await archived(world, verified)).toBe(0);
    const patch = { documents: { physical: [{ type: 'DRIVING_LICENCE', front: 'data:image/jpeg;base64,SUQ=' }] } };
    const { code, out } = await world.amend(['update', `machnet:${verified}`, '--patch', '-'], patch);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/effect: .*archive/) });
    const after = await read(world, verified);
    expect(await archived(world, verified)).toBe(1);
    expect(after.physical_documents).toHaveLength(1);
    expect(after.physical_documents[0].id).not.toBe(before.physical_documents[0].id);
  },
  ssn: async (world) => {
    const { code, out, err } = await world.amend(['update', `machnet:${verified}`, '--patch', '-'], ssn);
    expect({ code, out: out.replace(/\s+/g, ' ') }).toEqual({
      code: 1,
      out: expect.stringContaining('documents.virtual[0] locked'),
    });
    expect(out + err).not.toContain('999999999');
    expect((await world.amend(['update', `machnet:${verified}`, '--patch', '-'], { ssn: '999999999' })).code).toBe(1);
    expect((await world.amend(['update', `machnet:${notVerified}`, '--patch', '-'], { ssn: '999999999' })).code).toBe(
      0,
    );
    expect(JSON.stringify(await read(world, notVerified))).toContain('*****9999');
  },
  frozen: async (world) => {
    const document = (document_type: string) => ({ document_type, document_value: 'data:image/jpeg;base64,SUQ=' });
    for (const type of ['EIN', 'CERTIFICATION_OF_INCORPORATION']) {
      const physical_documents = [document('BANK_STATEMENT'), document(type)];
      const refused = await update(world, users.business.verified, { physical_documents });
      expect(refused).toEqual({
        status: 400,
        body: { message: `physical_documents.1 (${type}) cannot change once the user is verified.` },
      });
      expect((await update(world, users.business.notVerified, { physical_documents })).status).toBe(200);
    }
  },
  mailing: async (world) => {
    const address = {
      address_line1: '500 8 El Camino Real',
      address_line2: 'Suite 3',
      city: 'Santa Clara',
      state: 'NV',
      country: 'US',
      zipcode: '95053',
    };
    const { body } = await update(world, users.business.verified, { mailing_address: address });
    expect(body.mailing_address).toEqual(address);
    for (const [name, value] of Object.entries({ line2: 'Floor 9', city: 'Reno', postalCode: '89501' })) {
      const args = ['update', `machnet:${users.business.verified}`, '--type', 'business'];
      expect((await world.amend([...args, '--set', `mailingAddress.${name}=${value}`])).code).toBe(0);
    }
    expect((await read(world, users.business.verified)).mailing_address).toEqual({
      ...address,
      address_line2: 'Floor 9',
      city: 'Reno',
      zipcode: '89501',
    });
  },
  individual: sampleCheck('Machnet, update of an individual', 'f45680e1-014d-42c7-be86-3b2899e911c3'),
  business: sampleCheck('Machnet, update of a business', '19d9c902-3347-49c7-b499-e828b06d21c7'),
  masked: async (world) => {
    const virtual_documents = [{ document_type: 'SSN', document_value: '111111112' }];
    const { body } = await update(world, notVerified, { virtual_documents });
    expect(body.virtual_documents).toContainEqual(expect.objectContaining({ document_value: '*****1112' }));
    expect(JSON.stringify(await read(world, notVerified))).not.toContain('111111112');
  },
};
