import { expect, test } from 'vitest';
import type { Finding } from './change.ts';
import { compareMapping } from './compare-mapping.ts';
import { decisions } from './decisions.ts';
import type { MappedCodec, MappedRow, Mapping } from './mapping.ts';

const shown = ({ decision, what }: Finding): string => `${decisions[decision].level} ${what}`;

interface Row extends Omit<MappedRow, 'codec'> {
  readonly codec?: MappedCodec & { readonly name: string };
}

type Rows = Readonly<Record<string, Row>>;

const e164 = {
  name: 'e164',
  write: { it: { '"+1"': ['0'], 'refused: it must be text': ['1'] } },
  read: { it: { '"+1"': ['0'], nothing: ['1'] } },
};
const phone = { is: 'fields', fields: ['phone'], codec: e164 };
const writing = (write: Readonly<Record<string, string[]>>, name = 'e164'): Rows => ({
  tel: { ...phone, codec: { ...e164, name, write: { it: write } } },
});
const reading = (read: Readonly<Record<string, string[]>>): Rows => ({
  tel: { ...phone, codec: { ...e164, read: { it: read } } },
});
const native = { is: 'native' };

const mappingOf = (rows: Rows, answer: Rows = {}): Mapping => {
  const named = (table: Rows) =>
    Object.fromEntries(
      Object.entries(table).map(([property, { codec, ...row }]) => [
        property,
        { ...row, ...(codec && { codec: codec.name }) },
      ]),
    );
  const codecs = [...Object.values(rows), ...Object.values(answer)].flatMap(({ codec }) => codec ?? []);
  return {
    samples: ['0', '1'],
    actions: {
      'user.create': { operation: 'createUser', rows: {}, answer: {} },
      'user.update': { operation: 'updateUser', rows: named(rows), answer: named(answer) },
    },
    codecs: Object.fromEntries(codecs.map(({ name, ...codec }) => [name, codec])),
  };
};

interface Case {
  given: readonly [before: Rows, after: Rows];
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
    want: ['major user.update: tel was native and is fields', 'minor user.update: phone has a row'],
  },
  'a property is filled in otherwise': {
    given: [{ key: { is: 'credential' } }, { key: { is: 'identifier' } }],
    want: ['major user.update: key was credential and is identifier'],
  },
  'a field is sent as another property': {
    given: [{ tel: phone }, { mobile: phone }],
    want: ['minor user.update: phone is sent as mobile, not tel'],
  },
  'a constant changes': {
    given: [{ business: { is: 'constant', value: true } }, { business: { is: 'constant', value: 1 } }],
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
    given: [{ tel: { ...phone, omitted: true } }, { tel: phone }],
    want: ['major user.update: tel leaving it out comes to something else'],
  },
  'a loss is declared': {
    given: [{ tel: phone }, { tel: { ...phone, codec: { ...e164, loss: 'is cut' } } }],
    want: ['minor user.update: tel declares another loss'],
  },
  'a codec refuses more': {
    given: [{ tel: phone }, writing({ 'refused: it must be longer': ['0'], 'refused: it must be text': ['1'] })],
    want: ['major user.update: tel refuses samples that it took'],
  },
  'a codec needs another field': {
    given: [{ tel: phone }, writing({ 'missing: email': ['0'], 'refused: it must be text': ['1'] })],
    want: ['major user.update: tel refuses samples that it took'],
  },
  'a codec takes more': {
    given: [{ tel: phone }, writing({ '"+1"': ['0'], '"+2"': ['1'] })],
    want: ['minor user.update: tel takes samples that it refused'],
  },
  'a codec writes otherwise': {
    given: [{ tel: phone }, writing({ '"1"': ['0'], 'refused: it must be text': ['1'] }, 'digits')],
    want: ['minor user.update: tel writes samples in another form'],
  },
  'a codec refuses in other words': {
    given: [{ tel: phone }, writing({ '"+1"': ['0'], 'refused: it must be a text': ['1'] })],
    want: ['patch user.update: tel refuses samples in other words'],
  },
  'a codec is renamed': {
    given: [{ tel: phone }, { tel: { ...phone, codec: { ...e164, name: 'international' } } }],
    want: ['patch user.update: tel has the codec international, not e164'],
  },
};

test.each(Object.entries(rows))('%s', (_, { given: [before, after], want }) => {
  const found = compareMapping(mappingOf(before), mappingOf(after));
  expect(found.map(shown)).toEqual(want);
});

const answers: Record<string, Case> = {
  'a field is read no more': { given: [{ tel: phone }, {}], want: ['major user.update: phone is read no more'] },
  'a field is read': { given: [{}, { tel: phone }], want: ['minor user.update: phone is read'] },
  'more is understood': {
    given: [{ tel: phone }, reading({ '"+1"': ['0'], '"+2"': ['1'] })],
    want: ['minor user.update: tel reads samples that it did not understand'],
  },
  'less is understood': {
    given: [{ tel: phone }, reading({ nothing: ['0', '1'] })],
    want: ['major user.update: tel reads samples as something else'],
  },
  'the status is read from elsewhere': {
    given: [{ state: { is: 'status' } }, { state: native }],
    want: ['major user.update: state in answers was status and is native'],
  },
};

test.each(Object.entries(answers))('%s', (_, { given: [before, after], want }) => {
  const found = compareMapping(mappingOf({}, before), mappingOf({}, after));
  expect(found.map(shown)).toEqual(want);
});

test('the number of a codec among those of its name is of no account', () => {
  const { actions, codecs, samples } = mappingOf({ tel: phone });
  const numbered = JSON.parse(JSON.stringify(actions).replace('"e164"', '"e164 2"'));
  expect(
    compareMapping({ actions, codecs, samples }, { actions: numbered, codecs: { 'e164 2': e164 }, samples }),
  ).toEqual([]);
});

test('a sample that only one version knows tells nothing', () => {
  const more = mappingOf(writing({ '"+1"': ['0'], 'refused: it must be text': ['1', '2'] }));
  expect(compareMapping(mappingOf({ tel: phone }), { ...more, samples: ['0', '1', '2'] })).toEqual([]);
});

test('the same action may be another operation', () => {
  const { actions, ...rest } = mappingOf({});
  const moved = { ...actions, 'user.update': { operation: 'patchUser', rows: {}, answer: {} } };
  expect(compareMapping(mappingOf({}), { ...rest, actions: moved }).map(shown)).toEqual([
    'major user.update: The operation is patchUser, not updateUser',
  ]);
});

test('actions come and go', () => {
  const { actions, ...rest } = mappingOf({});
  const { 'user.create': create, ...others } = actions;
  const renamed = { ...others, ...(create && { 'user.add': create }) };
  expect(compareMapping(mappingOf({}), { ...rest, actions: renamed }).map(shown)).toEqual([
    'major user.create is gone',
    'minor user.add is new',
  ]);
});

test('the same difference in several actions is told once', () => {
  const both = (rows: Rows): Mapping => {
    const { actions, ...rest } = mappingOf(rows);
    const update = actions['user.update'];
    return { ...rest, actions: { ...actions, ...(update && { 'user.create': update }) } };
  };
  expect(compareMapping(both({ tel: phone }), both({})).map(({ what }) => what)).toEqual([
    'user.create, user.update: phone has no row',
  ]);
});
