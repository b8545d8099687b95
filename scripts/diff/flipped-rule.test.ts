import { contracts, readFile } from '@amend/compiler/read';
import { expect, test } from 'vitest';
import { compareContract } from './compare-contract.ts';
import { mappingPath, noMapping, readMapping } from './mapping.ts';
import { render } from './report.ts';
import { unsourcedIn } from './report-parts.ts';

// A real contract in which one rule is turned, as a careless change would.

const contract = contracts.find(({ name }) => name === 'machnet@v4');
const occupation =
  /(\n {4}IndividualUserUpdate:[\s\S]*?\n {8}occupation:[\s\S]*?x-updatable: )\[unverified, verified\]/;

test('a rule that is turned: for whom, from what to what, by which source, and where', () => {
  if (!contract) throw new Error('There is no such contract.');
  const before = readFile(contract.path);
  const after = before.replace(occupation, '$1[unverified]');
  const lines = before.split('\n');
  const line = after.split('\n').findIndex((text, index) => text !== lines[index]) + 1;
  expect(line).toBeGreaterThan(1);

  const mapping = readMapping(readFile(mappingPath('machnet'))) ?? noMapping;
  const found = compareContract(
    { contract, before, after, mappings: [mapping, mapping] },
    { reportVersion: '1', changes: [] },
  );
  expect(render({ base: 'main', ...found }, 'text')).toBe(`machnet@v4
  major  updateUser.occupation (IndividualUserUpdate) can no longer be sent while the user is verified
         A change that was sent in this status is refused from now on.
         machnet individual, occupation
         unverified: may be sent, as before
         verified: may be sent -> locked
         source: Machnet, Update User, updatable fields for send user (individual) (seed); the same, and nothing tells why
         ${contract.path}:${line}#/components/schemas/IndividualUserUpdate/properties/occupation/x-updatable

Since main: 1 major, 0 minor, 0 patch.`);
  expect(unsourcedIn(found.changes)).toMatchObject([{ name: 'occupation (IndividualUserUpdate)', line }]);
  expect(found.cells).toEqual([
    {
      subject: 'machnet individual',
      field: 'occupation',
      was: { unverified: 'yes', verified: 'yes' },
      is: { unverified: 'yes', verified: 'lock' },
    },
  ]);
});
