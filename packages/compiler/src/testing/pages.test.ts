import { expect, test } from 'vitest';
import { readPage } from './pages.ts';

const row = '{ property: email, verified: no, unverified: yes, try: x }';
const pageWith = (rows: string): string => `samples: []
tables:
  - table: Update User
    contract: acme@v1
    body: UserUpdate
    rows:
      - ${rows}
`;

test('a page holds rows', () => {
  expect(readPage('page.yaml', pageWith(row)).tables[0]?.rows?.[0]?.verified).toBe('no');
});

test.each([
  [
    'a misspelt cell',
    row.replace('no', 'noo'),
    'page.yaml:7: Invalid option: expected one of "yes"|"no"|"conditional"',
  ],
  ['a cell that is no word', row.replace('no', 'false'), 'page.yaml:7: Invalid option'],
  ['a row without a cell', row.replace(' verified: no,', ''), 'page.yaml:7: Invalid option'],
  ['a misspelt key', row.replace('{', '{ frozn: [SSN],'), 'page.yaml:7: Unrecognized key: "frozn"'],
  ['a row without a value to try', row.replace(', try: x', ''), 'page.yaml:7: Invalid input'],
])('%s is told, and not read as a cell that says no', (_, given, message) => {
  expect(() => readPage('page.yaml', pageWith(given))).toThrow(message);
});
