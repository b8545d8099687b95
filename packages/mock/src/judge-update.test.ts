import type { PropertyRule } from '@amend/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeUpdate } from './judge-update.ts';
import type { Rules } from './provider.ts';

const rule = (updatable: PropertyRule['updatable'], more: Partial<PropertyRule> = {}): PropertyRule => ({
  updatable,
  required: false,
  sources: [],
  ...more,
});

const rules: Rules = {
  update: 'partial',
  properties: {
    free: rule(['unverified', 'verified']),
    early: rule(['unverified']),
    late: rule(['verified']),
    never: rule([]),
    list: rule(['unverified', 'verified'], {
      items: { property: 'kind', kinds: { A: ['unverified'], B: ['unverified', 'verified'] } },
    }),
    key: { role: 'identifier', required: false },
  },
};

const judge = (status: 'verified' | 'unverified' | 'unknown', body: object, stored: object = {}) =>
  judgeUpdate(rules, { status, body: { ...body }, stored: { ...stored } });

describe('a field', () => {
  test.each([
    ['free', { verified: true, unverified: true, unknown: true }],
    ['early', { verified: false, unverified: true, unknown: false }],
    ['late', { verified: true, unverified: false, unknown: false }],
    ['never', { verified: false, unverified: false, unknown: false }],
    // What only the contract's schema could let through is no field either.
    ['key', { verified: false, unverified: false, unknown: false }],
    ['no_such_field', { verified: false, unverified: false, unknown: false }],
    ['constructor', { verified: false, unverified: false, unknown: false }],
    ['__proto__', { verified: false, unverified: false, unknown: false }],
  ])('%s', (field, allowed) => {
    for (const [status, want] of Object.entries(allowed) as ['verified', boolean][]) {
      const body = JSON.parse(`{"${field}":1}`);
      expect(judge(status, body).problems.length === 0).toBe(want);
    }
  });
});

describe('the elements of a list', () => {
  const stored = { list: [{ id: 1, kind: 'A', value: 'x' }] };
  test.each([
    ['a kind that stays free', [{ kind: 'B' }], [], [{ kind: 'B' }]],
    ['a kind that locks', [{ kind: 'A', value: 'y' }], ['/list/0'], undefined],
    ['a locked element as it is', [{ kind: 'A', value: 'x' }], [], undefined],
    ['a kind that no rule names', [{ kind: 'C' }], ['/list/0'], undefined],
    ['a kind that every object has', [{ kind: 'constructor' }], ['/list/0'], undefined],
    ['no kind', [{ value: 'y' }], ['/list/0'], undefined],
    ['both', [{ kind: 'B' }, { kind: 'A', value: 'y' }], ['/list/1'], [{ kind: 'B' }]],
  ])('%s', (_, list, wrong, change) => {
    const { problems, changes } = judge('verified', { list }, stored);
    expect(problems.map(({ field }) => field)).toEqual(wrong);
    expect(changes.list).toEqual(change);
  });
});

test('an unknown status never allows what a known one forbids', () => {
  const body = fc.dictionary(fc.constantFrom(...Object.keys(rules.properties), 'other'), fc.anything());
  fc.assert(
    fc.property(body, (sent) => {
      const known = [judge('verified', sent), judge('unverified', sent)];
      if (judge('unknown', sent).problems.length === 0) for (const { problems } of known) expect(problems).toEqual([]);
    }),
  );
});

test('no kind is freer than its list', () => {
  const items = { property: 'kind', kinds: { A: ['unverified', 'verified'] } } as const;
  const locked: Rules = { update: 'partial', properties: { list: rule(['unverified'], { items }) } };
  const { problems } = judgeUpdate(locked, { status: 'verified', body: { list: [{ kind: 'A' }] }, stored: {} });
  expect(problems).toMatchObject([{ field: '/list/0', rule: 'locked' }]);
});

test('a list of what is no object changes as a whole', () => {
  const plain: Rules = { update: 'partial', properties: { tags: rule(['unverified']) } };
  const change = (status: 'verified' | 'unverified', tags: unknown) =>
    judgeUpdate(plain, { status, body: { tags }, stored: { tags: ['a'] } });
  expect(change('unverified', ['b']).changes).toEqual({ tags: ['b'] });
  expect(change('verified', ['b']).problems).toMatchObject([{ field: '/tags', rule: 'locked' }]);
  expect(change('verified', ['a']).problems).toEqual([]);
});
