import type { BodySchema, FieldRule, Status } from '@amend/contract';
import { expect, test } from 'vitest';
import { commonRules } from './common-rules.ts';

const rule = (...updatable: Status[]): FieldRule => ({ updatable, required: false, sources: [] });
const body = (fields: Readonly<Record<string, FieldRule>>): BodySchema => ({
  schema: {},
  rules: { operation: 'updateUser', update: 'partial', documented: true, fields },
});

test('of several kinds of users, a rule is what all of them allow', () => {
  const person = body({ email: rule('unverified', 'verified'), name: rule('unverified') });
  const business = body({ email: rule('unverified') });
  const fields = { email: rule('unverified'), name: rule('unverified') };
  for (const schemas of [
    [person, business],
    [business, person],
  ])
    expect(commonRules('partial', { schemas })).toEqual({ update: 'partial', fields });
});
