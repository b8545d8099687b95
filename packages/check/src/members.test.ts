import type { AnyClient } from '@amend/client/provider';
import type { MemberRule, RuleStatus } from '@amend/contract';
import { serveGolden } from '@amend/mock/testing';
import type { AnyUserOperation } from 'amend';
import { goldenPeople } from 'amend/testing';
import { describe, expect, test } from 'vitest';
import { keyOf } from './cells.ts';
import { checkProvider } from './check-provider.ts';
import type { Model } from './model.ts';
import { propose } from './propose.ts';

// Rules below the top level are tried place by place, and a turned one differs there alone.

const operation = goldenPeople as unknown as AnyUserOperation;
const subjects = [{ provider: 'golden', type: 'individual', operations: { update: operation } }];
const words = { unverified: 'open', verified: 'approved', retry: 'retry', frozen: 'closed' };

const clientOf = (fetch: (request: Request) => Promise<Response>): AnyClient => {
  const call =
    (method: string) =>
    async ({ path, body }: { path?: Record<string, string>; body?: object }): Promise<never> => {
      const headers = { 'content-type': 'application/json' };
      const url = `http://localhost/golden/people/${path?.id}`;
      const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
      const response = await fetch(new Request(url, init));
      const { ok, status } = response;
      const data: unknown = await response.json();
      const error = { kind: 'rejected', status, body: () => data };
      return (ok ? { ok, data, status, attempts: 1 } : { ok, error, status, attempts: 1 }) as never;
    };
  return { getPerson: call('GET'), updatePerson: call('PATCH') } as never;
};

const check = async (change: (model: Model) => Model = (model) => model) => {
  const { fetch, model } = await serveGolden(change as never);
  const options = {
    provider: 'golden',
    models: [model],
    subjects,
    connect: () => clientOf(fetch as never),
    clock: { now: () => 0, sleep: async () => {} },
    given: Object.entries(words).map(([status, word]) => ({
      status: status === 'frozen' ? word : status,
      id: `p-${word}`,
    })),
    changesOf: async (id: string) => {
      const users = await (await fetch(new Request('http://localhost/__amend/users?provider=golden') as never)).json();
      return Object((users as { id: string }[]).find((user) => user.id === id)).changes ?? {};
    },
  };
  return { model, checked: await checkProvider(options as never) };
};

/** A rule at a place below, or at the property itself, with other statuses. */
const turned = (rule: MemberRule, [name, ...rest]: readonly string[], updatable: readonly RuleStatus[]): MemberRule =>
  name === undefined
    ? { ...rule, updatable }
    : { ...rule, members: { ...rule.members, [name]: turned(rule.members?.[name] as MemberRule, rest, updatable) } };

const turnModel = (place: string, updatable: readonly RuleStatus[]) => (model: Model) => {
  const [property = '', ...way] = place.split('.');
  return JSON.parse(
    JSON.stringify(model, (key, value) => {
      if (key !== 'properties' || !Array.isArray(value?.[property]?.updatable)) return value;
      return { ...value, [property]: turned(value[property], way, updatable) };
    }),
  ) as Model;
};

const keys = (places: readonly string[]) => places.map((place) => `individual/update/${place}`);

test('a mock of the same contract agrees, place by place', async () => {
  const { checked } = await check();
  expect(checked.stopped).toBeUndefined();
  const told = checked.cells.filter(({ verdict }) => verdict !== 'agrees').map((cell) => [keyOf(cell), cell.provider]);
  // Of lists of plain values no check makes a new one.
  expect(told).toEqual(
    ['unverified', 'verified', 'retry', 'frozen'].map((status) => [
      `individual/update/${status}/preferences.tags`,
      'the contract takes no other value there',
    ]),
  );
  const verified = checked.cells
    .filter(({ status }) => status === 'verified')
    .map((cell) => [keyOf(cell), cell.allowed, cell.fields]);
  expect(verified).toEqual([
    ['individual/update/verified/email', true, ['email']],
    ['individual/update/verified/individual', true, ['occupation']],
    ['individual/update/verified/individual.name', false, ['firstName', 'lastName']],
    ['individual/update/verified/individual.tax', true, ['employer.name']],
    ['individual/update/verified/individual.tax.number', false, ['ssn']],
    ['individual/update/verified/address', true, ['address.line1', 'address.line2', 'address.city']],
    ['individual/update/verified/address.state', false, ['address.state']],
    ['individual/update/verified/address.country', false, ['address.country']],
    ['individual/update/verified/preferences', true, ['native.preferences']],
    ['individual/update/verified/preferences.currency', false, ['native.preferences.currency']],
    ['individual/update/verified/preferences.tags', false, ['native.preferences.tags']],
    ['individual/update/verified/settings', false, ['native.settings']],
    ['individual/update/verified/settings.region', false, ['native.settings.region']],
  ]);
});

describe('a rule that the provider does not have', () => {
  test.each<[place: string, updatable: readonly RuleStatus[], differing: string[]]>([
    ['individual.name', ['unverified'], ['retry/individual.name']],
    ['individual.tax.number', ['retry', 'unverified'], ['unverified/individual.tax.number']],
    ['individual.tax.number', [], ['retry/individual.tax.number']],
    ['address.state', ['unverified', 'verified'], ['verified/address.state', 'neither/address.state']],
    ['address.country', ['unverified'], ['unverified/address.country']],
    ['preferences.currency', ['verified'], ['verified/preferences.currency']],
  ])('at %s, %j', async (place, updatable, differing) => {
    const { checked } = await check(turnModel(place, updatable));
    const told = checked.cells.filter(({ verdict }) => verdict === 'differs');
    expect(told.map((cell) => [keyOf(cell), cell.verdict])).toEqual(
      keys(differing.map((key) => key.replace('neither', 'retry'))).map((key) => [key, 'differs']),
    );
  });
});

test('what is proposed stands at the member', async () => {
  const { model, checked } = await check(turnModel('address.country', ['unverified']));
  const [proposal] = propose(checked, { models: [model], subjects }, '2026-11-27');
  const { actions } = (proposal?.overlay ?? { actions: [] }) as { actions: { target: string; update?: object }[] };
  expect(actions.map(({ target }) => target)).toEqual([
    "$.components.schemas.PersonUpdate.properties.address.properties.country['x-updatable']",
    '$.components.schemas.PersonUpdate.properties.address.properties.country',
  ]);
  expect(actions[1]?.update).toMatchObject({ 'x-updatable': ['unverified'] });
});
