import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the form in the README of amend is the one that is compiled here', () => {
  const [, shown] = /^```tsx\n(.*?)^```$/ms.exec(read('../../amend/README.md')) ?? [];
  expect(shown).toBe(read('short-hook-form.tsx'));
});

test.each(['profile-hook-form.tsx', 'profile-tanstack.tsx'])('%s is written in less than 40 lines', (path) => {
  expect(read(path).trimEnd().split('\n').length).toBeLessThan(40);
});
