import { expect, test } from 'vitest';
import type { Finding } from './change.ts';
import { compareMapping } from './compare-mapping.ts';
import { decisions } from './decisions.ts';
import type { MappedRow, MappedRows, Mapping } from './mapping.ts';

const shown = ({ decision, what }: Finding): string => `${decisions[decision].level} ${what}`;

const row = (given: Partial<MappedRow>): MappedRow => ({
  is: 'fields',
  fields: [],
  clears: [],
  writes: {},
  reads: {},
  ...given,
});

const phone = row({
  fields: ['phone'],
  codec: 'e164',
  writes: { 0: 'wire "+1"', 1: 'issue must be text' },
  reads: { 0: '"+1"', 1: 'nothing' },
});
const native = row({ is: 'native' });

const mappingOf = (rows: MappedRows, answer: MappedRows = {}): Mapping => ({
  'user.create': { provider: 'golden', operation: 'createUser', rows: {}, answer: {} },
  'user.update': { provider: 'golden', operation: 'updateUser', rows, answer },
  'other.update': { provider: 'other', operation: 'updateUser', rows: {}, answer: {} },
});

interface Case {
  given: readonly [before: MappedRows, after: MappedRows];
  want: string[];
}

const rows: Record<string, Case> = {
  nothing: { given: [{ tel: phone }, { tel: phone }], want: [] },
  'a field loses its row': { given: [{ tel: phone }, {}], want: ['major user.update: phone has no row'] },
  'a field gains a row': { given: [{}, { tel: phone }], want: ['minor user.update: phone has a row'] },
  'a field becomes native': {
    given: [{ tel: phone }, { tel: native }],
    want: ['major user.update: phone has no row'],
  },
  'a native property becomes a field': {
    given: [{ tel: native }, { tel: phone }],
    want: ['minor user.update: phone has a row', 'major user.update: tel was native and is fields'],
  },
  'a property is filled in otherwise': {
    given: [{ key: row({ is: 'credential' }) }, { key: row({ is: 'identifier' }) }],
    want: ['major user.update: key was credential and is identifier'],
  },
  'a field is sent as another property': {
    given: [{ tel: phone }, { mobile: phone }],
    want: ['minor user.update: phone is sent as mobile, not tel'],
  },
  'a constant changes': {
    given: [{ business: row({ is: 'constant', value: 'true' }) }, { business: row({ is: 'constant', value: '1' }) }],
    want: ['minor user.update: business is another value'],
  },
  'a field is no longer cleared': {
    given: [{ tel: { ...phone, clears: ['phone'] } }, { tel: phone }],
    want: ['major user.update: tel is not cleared by null'],
  },
  'a field is cleared': {
    given: [{ tel: phone }, { tel: { ...phone, clears: ['phone'] } }],
    want: ['minor user.update: tel is cleared by null'],
  },
  'an omission comes to something else': {
    given: [{ tel: { ...phone, omitted: 'true' } }, { tel: phone }],
    want: ['major user.update: tel leaving it out comes to something else'],
  },
  'a loss is declared': {
    given: [{ tel: phone }, { tel: { ...phone, loss: 'is cut' } }],
    want: ['minor user.update: tel declares another loss'],
  },
  'a codec refuses more': {
    given: [{ tel: phone }, { tel: { ...phone, writes: { ...phone.writes, 0: 'issue must be longer' } } }],
    want: ['major user.update: tel refuses samples that it took'],
  },
  'a codec needs another field': {
    given: [{ tel: phone }, { tel: { ...phone, writes: { ...phone.writes, 0: 'missing ["email"]' } } }],
    want: ['major user.update: tel refuses samples that it took'],
  },
  'a codec takes more': {
    given: [{ tel: phone }, { tel: { ...phone, writes: { ...phone.writes, 1: 'wire "+2"' } } }],
    want: ['minor user.update: tel takes samples that it refused'],
  },
  'a codec writes otherwise': {
    given: [{ tel: phone }, { tel: { ...phone, codec: 'digits', writes: { ...phone.writes, 0: 'wire "1"' } } }],
    want: ['minor user.update: tel writes samples in another form'],
  },
  'a codec refuses in other words': {
    given: [{ tel: phone }, { tel: { ...phone, writes: { ...phone.writes, 1: 'issue must be a text' } } }],
    want: ['patch user.update: tel refuses samples in other words'],
  },
  'a codec is renamed': {
    given: [{ tel: phone }, { tel: { ...phone, codec: 'international' } }],
    want: ['patch user.update: tel has the codec international, not e164'],
  },
};

test.each(Object.entries(rows))('%s', (_, { given: [before, after], want }) => {
  const found = compareMapping('golden', mappingOf(before), mappingOf(after));
  expect(found.map(shown)).toEqual(want);
});

const answers: Record<string, Case> = {
  'a field is read no more': { given: [{ tel: phone }, {}], want: ['major user.update: phone is read no more'] },
  'a field is read': { given: [{}, { tel: phone }], want: ['minor user.update: phone is read'] },
  'more is understood': {
    given: [{ tel: phone }, { tel: { ...phone, reads: { ...phone.reads, 1: '"+2"' } } }],
    want: ['minor user.update: tel reads samples that it did not understand'],
  },
  'less is understood': {
    given: [{ tel: phone }, { tel: { ...phone, reads: { ...phone.reads, 0: 'nothing' } } }],
    want: ['major user.update: tel reads samples as something else'],
  },
  'the status is read from elsewhere': {
    given: [{ state: row({ is: 'status' }) }, { state: native }],
    want: ['major user.update: state in answers was status and is native'],
  },
};

test.each(Object.entries(answers))('%s', (_, { given: [before, after], want }) => {
  const found = compareMapping('golden', mappingOf({}, before), mappingOf({}, after));
  expect(found.map(shown)).toEqual(want);
});

test('the same action may be another operation', () => {
  const { 'user.update': update, ...rest } = mappingOf({});
  const moved = { ...rest, ...(update && { 'user.update': { ...update, operation: 'patchUser' } }) };
  expect(compareMapping('golden', mappingOf({}), moved).map(shown)).toEqual([
    'major user.update: The operation is patchUser, not updateUser',
  ]);
});

test('actions come and go, each told with its provider', () => {
  const { 'user.create': create, ...rest } = mappingOf({});
  const renamed = { ...rest, ...(create && { 'user.add': create }) };
  expect(compareMapping('golden', mappingOf({}), renamed).map(shown)).toEqual([
    'major user.create is gone',
    'minor user.add is new',
  ]);
  expect(compareMapping('other', mappingOf({}), renamed)).toEqual([]);
});

test('the same difference in several actions is told once', () => {
  const both = (rows: MappedRows): Mapping => {
    const mapping = mappingOf(rows);
    return { ...mapping, 'user.create': { provider: 'golden', operation: 'createUser', rows, answer: {} } };
  };
  expect(compareMapping('golden', both({ tel: phone }), both({})).map(({ what }) => what)).toEqual([
    'user.create, user.update: phone has no row',
  ]);
});
