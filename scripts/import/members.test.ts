import { parseContract, updateRulesOf } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { acme, decideAll, importText } from './testing.ts';

// Decisions about members of an object.

const imported = async (address: string) => {
  const { decisions } = await importText(acme);
  const decided = decideAll(decisions).replace(/^( {2}address): undecided.*$/m, `$1: ${address}`);
  expect(decided).toContain(address);
  return importText(acme, [], decided);
};

test('a member has the rule that was decided', async () => {
  const { contract, open } = await imported('{ updatable: [unverified, verified], members: { city: [unverified] } }');
  expect(open).toEqual([]);
  const { city } = parse(contract).components.schemas.CustomerUpdate.properties.address.properties;
  expect(city).toMatchObject({ 'x-updatable': ['unverified'], 'x-source': { evidence: 'assumed' } });
  const [update] = updateRulesOf(
    parseContract({ name: 'acme@v1', provider: 'acme', version: 'v1', path: 'v1.yaml' }, contract),
  );
  expect(update?.rules.properties.address).toMatchObject({ members: { city: { updatable: ['unverified'] } } });
});

test('a decision about no member of it stays open', async () => {
  const { contract } = await imported('{ updatable: [unverified, verified], members: { town: [unverified] } }');
  expect(parse(contract).components.schemas.CustomerUpdate.properties.address['x-undecided']).toEqual([
    'properties.address.town',
  ]);
});

test.each(['identifier', '{ role: identifier }', 'undecided'])(
  'a member is decided by statuses, and not as %s',
  async (rule) => {
    const given = imported(`{ updatable: [unverified], members: { city: ${rule} } }`);
    await expect(given).rejects.toThrow(/v1\.decisions\.yaml:[0-9]+: This /);
  },
);

test('of what an envelope holds each is decided by itself', async () => {
  const attributes =
    'attributes: { type: object, properties: { email: { type: string }, first_name: { type: string, description: Locked once verified. } } }';
  const text = acme.replace(
    /schema:\n {14}allOf:[\s\S]*?A note. \}\n/,
    `schema: { type: object, properties: { data: { type: object, properties: { type: { type: string }, ${attributes} } } } }\n`,
  );
  const { decisions } = await importText(text);
  expect(decisions).toMatch(
    /\nproperties:\n {2}data\.type: undecided\n {2}data\.attributes\.email: undecided\n {2}data\.attributes\.first_name: undecided # Locked once verified\.\n$/,
  );
  const decided = decideAll(decisions).replace(/(first_name): undecided/, '$1: [unverified]');
  const { contract, open } = await importText(text, [], decided);
  expect(open).toEqual([]);
  const [update] = updateRulesOf(
    parseContract({ name: 'acme@v1', provider: 'acme', version: 'v1', path: 'v1.yaml' }, contract),
  );
  const all = ['unverified', 'verified'];
  const members = { email: { updatable: all }, first_name: { updatable: ['unverified'] } };
  expect(update?.rules.properties.data).toMatchObject({ updatable: all, members: { attributes: { members } } });
});
