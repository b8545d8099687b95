import { modelOf, parseContract, readFile } from '@amend/compiler/read';
import { goldenMembers } from '@amend/compiler/testing';
import { plan, requestOf, toUser } from 'amend';
import { goldenPeople } from 'amend/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toReadModel } from '../repository.ts';
import { deriveProvider } from './derived/derive-provider.ts';
import { serve } from './testing/serve.ts';

// Rules below the top level: what the mock takes of a person in each status.

const text = readFile(goldenMembers.path);
const read = async () => toReadModel(modelOf(parseContract(goldenMembers, text)), () => text);
const send = await serve(await deriveProvider('golden', [{ name: goldenMembers.name, read }]));

const statuses = ['open', 'retry', 'approved', 'closed'];
const address = { line1: '1 Main St', city: 'Ames', state: 'IA', country: 'US' };
const name = { first_name: 'Jane', last_name: 'Doe' };

const everywhere = ['open', 'retry', 'approved'];

/** What is sent, in which statuses it is taken, and the place that is told in all others. */
const cells: Readonly<Record<string, readonly [body: object, taken: readonly string[], place: string]>> = {
  'a member without a rule': [{ individual: { title: 'Prof' } }, everywhere, 'individual'],
  'an object with a rule': [
    { individual: { name: { ...name, last_name: 'Roe' } } },
    ['open', 'retry'],
    'individual.name',
  ],
  'the same, as it is': [{ individual: { title: 'Prof', name } }, everywhere, 'individual'],
  'a part of what is replaced': [{ individual: { name: { last_name: 'Doe' } } }, ['open', 'retry'], 'individual.name'],
  'a member two steps below': [{ individual: { tax: { number: '999887777' } } }, ['retry'], 'individual.tax.number'],
  'what stands beside it': [{ individual: { tax: { office: 'Boone' } } }, everywhere, 'individual'],
  'a replaced object with all that is locked': [{ address: { ...address, city: 'Boone' } }, everywhere, 'address'],
  'a replaced object without a member that is locked': [
    { address: { ...address, state: undefined } },
    ['open'],
    'address.state',
  ],
  'a replaced object without one that never changes': [
    { address: { ...address, country: undefined } },
    [],
    'address.country',
  ],
  'one that never changes': [{ preferences: { currency: 'EUR' } }, [], 'preferences.currency'],
  'the same, as it stands': [{ preferences: { currency: 'USD', language: 'de' } }, everywhere, 'preferences'],
  'a merged object without it': [{ preferences: { language: 'de' } }, everywhere, 'preferences'],
  'a list with a rule': [{ preferences: { tags: ['b'] } }, ['open'], 'preferences.tags'],
  'a member that is wider than its object': [{ settings: { channel: 'mail', region: 'eu' } }, ['open'], 'settings'],
};

describe.each(statuses)('in %s', (status) => {
  test.each(Object.entries(cells))('%s', async (_, [body, taken, place]) => {
    const path = `/golden/people/p-${status}`;
    await send('POST', '/__amend/reset');
    const before = (await send('GET', path)).body;
    const { status: code, body: answer } = await send('PATCH', path, body);
    expect(code).toBe(taken.includes(status) ? 200 : 400);
    const after = (await send('GET', path)).body;
    if (code === 200) return;
    // Closed people have a lock above all members.
    const told = status === 'closed' ? place.split('.')[0] : place;
    expect(JSON.stringify(answer)).toMatch(new RegExp(`${told}[a-z.]* can`));
    expect(after).toEqual(before);
  });
});

test('with rules off, a locked member changes', async () => {
  const path = '/golden/people/p-approved';
  const body = { preferences: { currency: 'EUR' } };
  const { status } = await send('PATCH', path, body, { Prefer: 'rules=off' });
  expect(status).toBe(200);
  expect((await send('GET', path)).body).toMatchObject({ preferences: { currency: 'EUR', language: 'en' } });
});

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

test('what a plan sends, the mock takes, and it changes nothing that is locked', async () => {
  const text = fc.constantFrom('Jane', 'Joan', 'IA', 'US');
  const patch = fc.record(
    {
      occupation: text,
      firstName: text,
      lastName: text,
      ssn: fc.constantFrom('111223333', '999887777'),
      address: fc.record(
        { line1: text, line2: fc.option(text), city: text, state: fc.option(text), country: text },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  const native = fc.record(
    {
      preferences: fc.record(
        { language: text, currency: fc.constantFrom('USD', 'EUR'), tags: fc.constantFrom(['a'], ['b']) },
        { requiredKeys: [] },
      ),
      settings: fc.record({ channel: text, region: fc.constantFrom('us', 'eu') }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...statuses),
      patch,
      native,
      fc.boolean(),
      fc.constantFrom('refuse', 'skip'),
      async (status, changed, own, isKnown, onLocked) => {
        const id = `p-${status}`;
        const path = `/golden/people/${id}`;
        await send('POST', '/__amend/reset');
        const known = toUser(goldenPeople, (await send('GET', path)).body);
        const current = isKnown ? known : { verification: known.verification, native: { status } };
        const made = plan(goldenPeople as never, { id, current, patch: changed, native: own, onLocked } as never);
        const request = requestOf(made);
        if (!request) return;
        sent += 1;
        expect((await send('PATCH', path, request.body)).status).toBe(200);
      },
    ),
    { numRuns: 60 * times },
  );
  expect(sent).toBeGreaterThan(3 * times);
});
