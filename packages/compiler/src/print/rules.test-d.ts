import type { Status, UpdateRules, Verification } from '@amend/contract';
import { expectTypeOf, test } from 'vitest';
import { personUpdate, verification } from '../../golden/rules.ts';
import type { components, Writable } from '../../golden/types.ts';

type PersonRules = UpdateRules<Writable<components['schemas']['PersonUpdate']>>;

const source = { evidence: 'seed', from: 'Golden, Update' } as const;
const always = { updatable: ['unverified', 'verified'], required: false, sources: [source] } as const;
const credential = { role: 'credential', required: true } as const;
const others = { operation: 'updateUser', update: 'partial', documented: true } as const;

test('there is a row for each field that may be sent, and for no other', () => {
  expectTypeOf<keyof PersonRules['properties']>().toEqualTypeOf<'api_key' | 'name' | 'ssn' | 'documents'>();
  expectTypeOf<keyof typeof personUpdate.properties>().toEqualTypeOf<keyof PersonRules['properties']>();
});

test('the rows keep their exact values', () => {
  expectTypeOf(personUpdate.properties.name.updatable).toEqualTypeOf<readonly ['unverified']>();
  expectTypeOf(personUpdate.properties.ssn.updatable).toEqualTypeOf<readonly []>();
  expectTypeOf(verification.verified).toEqualTypeOf<readonly ['DONE']>();
});

test('a missing row does not compile', () => {
  ({
    ...others,
    // @ts-expect-error `documents` has no row
    properties: { api_key: credential, name: always, ssn: always },
  }) as const satisfies PersonRules;
});

test('a surplus row does not compile', () => {
  ({
    ...others,
    // @ts-expect-error there is no field `fax`
    properties: { api_key: credential, name: always, ssn: always, documents: always, fax: always },
  }) as const satisfies PersonRules;
});

test('a row for what only the provider sets does not compile', () => {
  ({
    ...others,
    // @ts-expect-error `id` is readOnly
    properties: { api_key: credential, name: always, ssn: always, documents: always, id: always },
  }) as const satisfies PersonRules;
});

test('an unknown status does not compile', () => {
  const statuses = ['pending'] as const;
  // @ts-expect-error there is no status `pending`
  statuses satisfies readonly Status[];
  // @ts-expect-error `unverified` is not said
  ({ property: 'status', verified: ['DONE'], unknown: [] }) satisfies Verification;
});
