import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contracts, readFile } from '../read/contracts.ts';
import { parseContract } from '../read/read-contract.ts';
import { golden, goldenMembers, goldenStatuses, goldenText, goldenUsers } from '../testing/golden.ts';
import { renderFiles, renderProvider } from './render-contract.ts';

const files = await renderFiles(parseContract(golden, goldenText));
const ofUsers = await renderFiles(parseContract(goldenUsers, readFile(goldenUsers.path)));
const ofStatuses = await renderFiles(parseContract(goldenStatuses, readFile(goldenStatuses.path)));
const ofMembers = await renderFiles(parseContract(goldenMembers, readFile(goldenMembers.path)));
const approved = [
  ...Object.entries(files),
  ...Object.entries(ofUsers).map(([name, text]) => [`v2/${name}`, text]),
  ...Object.entries(ofStatuses).map(([name, text]) => [`v3/${name}`, text]),
  ...Object.entries(ofMembers).map(([name, text]) => [`v4/${name}`, text]),
];

test.each(approved)('%s is as it was read and approved', async (name, text) => {
  // By its whole path, since a long test imports this from elsewhere.
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, '../../golden', name ?? ''));
});

test('ten files come out', () => {
  const names = [
    'openapi.json',
    'answers.ts',
    'facts.ts',
    'model.ts',
    'operations.ts',
    'rules.ts',
    'types.ts',
    'validators.d.ts',
    'validators.js',
    'webhooks.ts',
  ];
  expect(Object.keys(files)).toEqual(names);
});

test('an enumeration of any size is a list', async () => {
  const words = Array.from({ length: 6000 }, (_, index) => `W${index}`);
  const text = goldenText.replace('enum: [person, business]', `enum: [${words}]`);
  expect(text).not.toBe(goldenText);
  const { 'validators.js': code } = await renderFiles(parseContract(golden, text));
  expect(code).toContain(`= ${JSON.stringify(words)};`);
});

/** Whether the long tests import this, which have time for all of it. */
const isLong = Number(process.env.AMEND_TIMES) > 1;

test('the same bytes come out every time', async () => {
  const some = isLong ? contracts : contracts.slice(0, 1);
  const runs = await Promise.all(Array.from({ length: 2 }, () => renderProvider(some)));
  expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(1);
});
