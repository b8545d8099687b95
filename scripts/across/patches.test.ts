import { samples } from '@amend/compiler/testing';
import { requestOf } from 'amend';
import { expect, test } from 'vitest';
import { make } from './changes.ts';
import { seeds } from './patches.ts';

// The providers' own request samples, as they stand, out of patches that know nothing of the providers.

test('every sample is produced', () => {
  expect(Object.keys(seeds)).toEqual(Object.keys(samples));
});

/** The last part of a sample's path, or the identifier that its body names. */
const idOf = (path: string, body: unknown): string =>
  (body as { user_id?: string }).user_id ?? path.split('/').filter(Boolean).at(-1) ?? '';

test.each(Object.entries(samples))('%s', (name, { path, body }) => {
  const { operation, replaced = {}, left = {}, ...circumstances } = seeds[name] as (typeof seeds)[string];
  const id = idOf(path, body);
  const request = requestOf(make(operation, { ...circumstances, id, today: '2026-11-22' }));
  const replacements = Object.entries(replaced).map(([property, [value]]) => [property, value]);
  const sample = { ...(body as object), ...Object.fromEntries(replacements) };
  expect(request?.body).toEqual(
    Object.fromEntries(Object.entries(sample).filter(([property]) => !Object.hasOwn(left, property))),
  );
  for (const property of [...Object.keys(left), ...Object.keys(replaced)]) expect(body).toHaveProperty(property);
  // What is left out is out of the request only: the plan has told what it is.
  const filled = operation.path.replace(/\{user_id\}/, request?.path?.user_id ?? '');
  expect(filled.replace(/\/$/, '')).toBe(path.replace(/\/$/, ''));
});

test('HPay: the body of the sample is complete, and nothing else was known', () => {
  const { operation, ...circumstances } = seeds['HPay, update'] as (typeof seeds)[string];
  const { fields, notes } = make(operation, { ...circumstances, id: 'user_abc123' });
  expect(fields.map(({ field, verdict }) => `${verdict} ${field}`)).toEqual([
    'unchanged firstName',
    'send lastName',
    'send email',
    'echo externalId',
    'echo phone',
  ]);
  expect(notes.filter(({ kind }) => kind === 'may-reset').map(({ field }) => field)).toEqual([
    'middleName',
    'username',
    'native.stripe_connect_account_id',
  ]);
});
