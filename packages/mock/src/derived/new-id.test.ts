import { expect, test } from 'vitest';
import { createIds } from '../ids.ts';
import { newId } from './new-id.ts';

const forms: readonly (readonly [example: unknown, form: RegExp])[] = [
  ['50a59abe-e714-4416-a9f9-273a9b1dbe87', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
  ['user-50a59abe-e714-4416-a9f9-273a9b1dbe87', /^user-[0-9a-f]{8}-[0-9a-f-]{27}$/],
  ['usr_8fk2', /^usr_[0-9a-f]{4}$/],
  ['CUST-00481', /^CUST-[1-9][0-9]{4}$/],
  ['A1B2C3', /^[0-9A-F]{6}$/],
  ['4711', /^[1-9][0-9]{3}$/],
  [4711, /^[1-9][0-9]{3}$/],
  [undefined, /^[0-9a-f]{8}-[0-9a-f-]{27}$/],
];

test.each(forms)('like %s', (example, form) => {
  const ids = createIds('seed');
  const made = Array.from({ length: 20 }, () => newId(example, ids));
  for (const id of made) expect(String(id)).toMatch(form);
  expect(new Set(made.map((id) => typeof id))).toEqual(new Set([typeof (example ?? '')]));
  expect(new Set(made).size).toBe(20);
});
