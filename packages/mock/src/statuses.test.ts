import { modelOf, parseContract, readFile } from '@amend/compiler/read';
import { goldenStatuses } from '@amend/compiler/testing';
import { describe, expect, test } from 'vitest';
import { toReadModel } from '../repository.ts';
import { deriveProvider } from './derived/derive-provider.ts';
import { serve } from './testing/serve.ts';

// Dwolla's published rules, written out by hand: what its mock takes of a customer in each status.

const text = readFile(goldenStatuses.path);
const read = async () => toReadModel(modelOf(parseContract(goldenStatuses, text)), () => text);
const send = await serve(await deriveProvider('golden', [{ name: goldenStatuses.name, read }]));

const cells: Readonly<Record<string, readonly string[]>> = {
  firstName: ['unverified', 'retry'],
  email: ['unverified', 'retry', 'verified'],
  phone: ['verified'],
  city: ['retry', 'verified'],
  address2: ['verified'],
  ipAddress: ['retry', 'verified'],
  dateOfBirth: ['retry'],
  ssn: ['retry'],
};
const statuses = ['unverified', 'retry', 'document', 'verified', 'suspended'];

describe.each(statuses)('in %s', (status) => {
  test.each(Object.entries(cells))('%s', async (property, open) => {
    const path = `/golden/customers/c-${status}`;
    const before = (await send('GET', path)).body;
    const value = property === 'dateOfBirth' ? '1990-01-31' : '111223333';
    const { status: code, body } = await send('POST', path, { [property]: value });
    expect(code).toBe(open.includes(status) ? 200 : 400);
    if (code === 400) expect(JSON.stringify(body)).toContain(`${property} cannot change`);
    const after = (await send('GET', path)).body;
    const isShown = !['ipAddress', 'dateOfBirth', 'ssn'].includes(property);
    expect(after).toEqual(code === 200 && isShown ? { ...before, [property]: value } : before);
  });
});

test('a status that is moved to a word is judged by it', async () => {
  const path = '/golden/customers/c-unverified';
  const ssn = { ssn: '999887777' };
  expect((await send('POST', path, ssn)).status).toBe(400);
  await send('PUT', '/__amend/users/golden/c-unverified/status', { status: 'retry' });
  expect((await send('POST', path, ssn)).status).toBe(200);
});
