import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { values as arbitraries } from '../test-data/arbitraries.ts';
import { everyOperation } from '../test-data/operations.ts';
import type { Field } from './fields.ts';
import type { FieldState } from './fields-for.ts';
import { formOf as formFor, type UserForm } from './form-of.ts';
import type { FormPath } from './form-types.ts';
import { nest } from './form-values.ts';
import { planAll } from './plan.ts';
import { requestOf } from './plan-result.ts';
import { goldenMember, goldenPerson } from './testing/golden-user.ts';
import { toUser } from './to-user.ts';
import type { Patch, User } from './user.ts';
import type { AnyUserOperation } from './user-operation.ts';

const id = '4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const statuses = ['verified', 'unverified', 'unknown'] as const;

type Wide = UserForm<AnyUserOperation, true>;

/** A form of all inputs. */
const formOf = (operation: AnyUserOperation, current?: User): Wide => formFor(operation, current, { native: true });

/** What a form makes of values: the paths of its issues, and what they change. */
const outcome = ({ schema, patchOf, nativeOf }: Wide, values: unknown) => {
  const { issues = [] } = schema['~standard'].validate(values);
  return {
    at: issues.map(({ path = [] }) => path.join('.')),
    patch: patchOf(values as Wide['values']),
    native: nativeOf(values as Wide['values']),
  };
};

/** Values with one input changed. */
const withInput = (values: unknown, name: string, input: unknown): Record<string, unknown> => {
  const [group = '', ...rest] = name.split('.');
  const part = rest.join('.');
  const record = values as Record<string, object>;
  return { ...record, [group]: part === '' ? input : { ...record[group], [part]: input } };
};

/** As a page gives them back: a text for everything. */
const asTexts = (value: unknown): unknown => {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asTexts(part)]));
};

/** What no user of these begins with. */
const nativeValue = ({ schema }: FieldState): unknown => {
  const { enum: words, type } = schema as { enum?: readonly unknown[]; type?: unknown };
  if (words) return words[0];
  if (type === 'boolean') return true;
  return type === 'array' || type === 'object' ? undefined : 'QUFB';
};

const lists = ['documents.physical', 'documents.virtual'];

/** A user with every field that a form has, and a status. */
const userFor = (operation: AnyUserOperation) => {
  const names = formOf(operation).fields.flatMap(({ field }) =>
    field.startsWith('native.') || lists.includes(field) || field === 'ssn' ? [] : [field as Field],
  );
  const one = fc.record(Object.fromEntries(names.map((name) => [name, arbitraries[name]])));
  const facts = { id, provider: operation.provider, kind: operation.reader.kind };
  return fc
    .record({ known: one, other: one, status: fc.constantFrom(...statuses) })
    .map(({ known, other, status }) => ({
      current: { ...nest(Object.entries(known)), ...facts, verification: status, ssn: { masked: '*****1112' } } as User,
      other: other as Readonly<Record<string, unknown>>,
    }));
};

/** The long tests try more. */
const times = Number(process.env.AMEND_TIMES);

const updates = everyOperation.filter(([, { rules }]) => rules);

describe.each(updates)('%s', (_, operation) => {
  const user = userFor(operation);

  test('what nobody touched changes nothing, and is right', () => {
    fc.assert(
      fc.property(user, ({ current }) => {
        const form = formOf(operation, current);
        for (const values of [form.values, asTexts(form.values), {}, undefined])
          expect(outcome(form, values)).toEqual({ at: [], patch: {}, native: {} });
      }),
      { numRuns: 5 * times },
    );
  });

  test('one open input is that patch, which a plan takes; a locked one is an issue there, and no patch', () => {
    const tried = { open: 0, locked: 0 };
    fc.assert(
      fc.property(user, ({ current, other }) => {
        const form = formOf(operation, current);
        for (const state of form.fields) {
          const isOwn = state.field.startsWith('native.');
          const value = isOwn ? nativeValue(state) : other[state.field];
          const values = withInput(form.values, state.field, value);
          const before = JSON.stringify(withInput({}, state.field, value));
          if (value === undefined || JSON.stringify(values) === JSON.stringify(form.values)) continue;
          const got = outcome(form, values);
          if (!state.editable) {
            tried.locked += 1;
            expect([state.field, got]).toEqual([state.field, { at: [state.field], patch: {}, native: {} }]);
            continue;
          }
          tried.open += 1;
          const { native = {}, ...patch } = JSON.parse(before);
          expect([state.field, got]).toEqual([state.field, { at: [], patch, native }]);
          const [planned] = planAll(got.patch as Patch, [{ operation, current, native: got.native }]);
          expect([state.field, planned?.state]).toEqual([state.field, 'ready']);
          expect(Object.keys((planned && requestOf(planned)?.body) ?? {})).toContain(state.property.split('.')[0]);
        }
      }),
      { numRuns: 10 },
    );
    expect(tried.open).toBeGreaterThan(0);
    const isEverLocked = formOf(operation).fields.some(
      ({ editable, field }) => !editable && field !== 'ssn' && !lists.includes(field),
    );
    expect(tried.locked > 0).toBe(isEverLocked);
  });

  test('whatever is typed in, each issue stands at an input', () => {
    const inputs = formOf(operation).fields.map(({ field }) => field as string);
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom('', null, Number.NaN, 'true', '12', [], {}, new Date(0)),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...inputs), anything), fc.boolean(), (typed, isKnown) => {
        const form = formOf(operation, isKnown ? { id } : undefined);
        const { at } = outcome(form, nest(Object.entries(typed)));
        for (const path of at) expect(inputs).toContain(path.replace(/\.[0-9]+$/, ''));
      }),
      { numRuns: 10 * times },
    );
    expect(inputs.length).toBeGreaterThan(3);
  });
});

test('a form of somebody new asks for what is needed, at its inputs', () => {
  const form = formOf(goldenMember.create);
  expect(outcome(form, form.values).at.sort()).toEqual(['externalId', 'firstName', 'phone']);
  const half = withInput(form.values, 'firstName', 'Jane');
  expect(outcome(form, half).at.sort()).toEqual(['externalId', 'lastName', 'phone']);
});

const person = (fields: object = {}): User =>
  toUser(goldenPerson.update, { id, status: 'OPEN', given_name: 'Jane', middle_name: 'Ann', scope: 'ARTS', ...fields });
const member = (fields: object = {}): User => ({
  ...toUser(goldenMember.update, { id, reference: 7, email: 'a@b.co', active: true }),
  ...fields,
});

test.each<[name: string, AnyUserOperation, User, input: [string, unknown], want: Partial<ReturnType<typeof outcome>>]>([
  ['null clears it', goldenMember.update, member(), ['email', ''], { at: [], patch: { email: null } }],
  ['and null itself', goldenMember.update, member(), ['email', null], { at: [], patch: { email: null } }],
  ['an empty text clears it', goldenPerson.update, person(), ['middleName', ''], { at: [], patch: { middleName: '' } }],
  ['nothing clears it', goldenPerson.update, person(), ['firstName', ''], { at: ['firstName'] }],
  ['the contract takes no null', goldenPerson.update, person(), ['native.scope', ''], { at: ['native.scope'] }],
  ['it was empty', goldenPerson.update, person(), ['lastName', ''], { at: [], patch: {} }],
  ['it was masked', goldenPerson.update, person(), ['ssn', ''], { at: [], patch: {} }],
  ['a number as a text', goldenMember.update, member(), ['externalId', '7'], { at: [], patch: {} }],
  ['a yes as a text', goldenMember.update, member(), ['active', 'true'], { at: [], patch: {} }],
  ['a no as a text', goldenMember.update, member(), ['active', 'false'], { at: [], patch: { active: false } }],
  ['a no where nothing is known', goldenMember.update, { id }, ['active', false], { at: [], patch: { active: false } }],
  ['what is no text', goldenPerson.update, person(), ['lastName', new Date(0)], { at: ['lastName'] }],
  [
    'a document',
    goldenPerson.update,
    person(),
    ['documents.virtual', [{ type: 'PASSPORT', number: 'A1', state: '' }]],
    { at: [], patch: { documents: { virtual: [{ type: 'PASSPORT', number: 'A1' }] } } },
  ],
  [
    'an empty document',
    goldenPerson.update,
    person(),
    ['documents.virtual', [{ type: '', number: '' }]],
    { at: ['documents.virtual.0'] },
  ],
  ['no list of documents', goldenPerson.update, person(), ['documents.virtual', ''], { at: [], patch: {} }],
  ['nobody’s identifier', goldenPerson.update, {}, ['occupation', 'Baker'], { at: ['occupation'] }],
  [
    'somebody at another provider',
    goldenPerson.update,
    { ...person(), provider: 'other' },
    ['occupation', 'Baker'],
    { at: ['occupation'] },
  ],
  ['an input of the page’s own', goldenPerson.update, person(), ['agreed', true], { at: [], patch: {} }],
])('an input: %s', (_, operation, current, [name, input], want) => {
  const form = formOf(operation, current);
  expect(outcome(form, withInput(form.values, name, input))).toMatchObject(want);
});

test('who is neither verified nor unverified is told so', () => {
  const { fields } = formOf(goldenPerson.update, person({ status: 'CLOSED' }));
  expect(fields.find(({ field }) => field === 'email')?.lock).toMatchObject({ kind: 'other-status', status: 'CLOSED' });
});

test('the values of a masked number and of documents are not those of the user', () => {
  const documents = {
    numbers: [
      { kind: 'SSN', value: '*****1112' },
      { kind: 'PASSPORT', value: 'A1' },
    ],
  };
  expect(formOf(goldenPerson.update, person(documents)).values).toMatchObject({ ssn: '', documents: { virtual: [] } });
});

test('values are typed by their inputs', () => {
  const { values, fields, patchOf } = formFor(goldenMember.replace);
  const all = formFor(goldenMember.replace, {}, { native: true });
  expectTypeOf(values.firstName).toBeString();
  expectTypeOf(values.active).toEqualTypeOf<boolean | ''>();
  expectTypeOf(values.externalId).toEqualTypeOf<string | number>();
  expectTypeOf(all.values.native).toEqualTypeOf<{ payout_account: unknown }>();
  expectTypeOf(all.fields[0]?.field).toEqualTypeOf<FormPath<typeof goldenMember.replace, true> | undefined>();
  // @ts-expect-error the provider's own are there for who asks
  expect(values.native).toBeUndefined();
  expect(fields.filter(({ field }) => field.startsWith('native.'))).toEqual([]);
  expectTypeOf(fields[0]?.field).toEqualTypeOf<FormPath<typeof goldenMember.replace> | undefined>();
  // @ts-expect-error a replacement of a member has no such input
  expect(values.gender).toBeUndefined();
  // @ts-expect-error nor does a form that lacks the others change anything
  expect(patchOf({ firstName: 'Jane' })).toEqual({ firstName: 'Jane' });
});
