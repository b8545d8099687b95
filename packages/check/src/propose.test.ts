import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { expect, test } from 'vitest';
import { checkProvider } from './check-provider.ts';
import { propose } from './propose.ts';
import { changed, mocked } from './testing/mocked.ts';
import { type Turn, turnModel } from './testing/turned.ts';

const at = '$.components.schemas.IndividualUserUpdate.properties';
const [free = '', locked = ''] = [true, false].flatMap((isFree) =>
  Object.keys(exampleOf(machnetIndividual.update, isFree).body),
);

const cases: readonly (readonly [name: string, turn: Turn, place: string, rule: object])[] = [
  [
    'a field that is locked by now',
    { body: 'IndividualUserUpdate', property: free, statuses: ['verified'] },
    `${at}.${free}['x-updatable']`,
    { 'x-updatable': ['unverified'] },
  ],
  [
    'one that may change by now',
    { body: 'IndividualUserUpdate', property: locked, statuses: ['verified'] },
    `${at}.${locked}['x-updatable']`,
    { 'x-updatable': ['unverified', 'verified'] },
  ],
  [
    'a kind of document',
    { body: 'IndividualUserUpdate', property: 'virtual_documents', kind: 'SSN', statuses: ['verified'] },
    `${at}.virtual_documents['x-updatable-items'].kinds.SSN`,
    { 'x-updatable-items': { kinds: { SSN: ['unverified', 'verified'] } } },
  ],
];

test.each(cases)('%s', async (_, turn, place, rule) => {
  const options = await changed('machnet', (model) => turnModel(model, turn));
  const proposals = propose(await checkProvider(options), options, '2026-11-27');
  const target = `${at}.${turn.property}`;
  const conflict = { [`CHECK-2026-11-27-${turn.property}${turn.kind ? `-${turn.kind}` : ''}`]: expect.any(String) };
  expect(proposals).toEqual([
    {
      contract: 'machnet@v4',
      overlay: {
        overlay: '1.0.0',
        info: { title: 'machnet@v4: what a check found on 2026-11-27', version: '1.0.0' },
        actions: [
          { target: place, remove: true },
          { target, update: { ...rule, 'x-conflict': conflict } },
        ],
      },
    },
  ]);
});

test('a provider that changes nothing has its rules left as they are, with the conflict beside them', async () => {
  const { options } = await mocked(
    'hpay',
    (fetch) => async (input, init) =>
      init?.method === 'PATCH'
        ? Response.json({ id: 'user_abc123', app_user_id: '1', name: 'x', phone_number: '1' })
        : fetch(input, init),
  );
  const proposals = propose(await checkProvider(options), options, '2026-11-27');
  const actions = proposals.flatMap(({ overlay }) => Reflect.get(overlay, 'actions') as { update?: object }[]);
  expect(actions.length).toBeGreaterThan(3);
  for (const { update } of actions) if (update) expect(Object.keys(update)).toContain('x-conflict');
});

test('nothing is proposed where all agrees', async () => {
  const { options } = await mocked('hpay');
  expect(propose(await checkProvider(options), options, '2026-11-27')).toEqual([]);
});
