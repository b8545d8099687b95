import { expect, test } from 'vitest';
import { type JsonObject, readContract } from './contracts.ts';

// The two tables of Machnet's page "Update User", cell by cell, copied from the page and from nothing else:
// the field, whether it may change when the user is verified, and when the user is not verified.

type Cell = 'Yes' | 'No' | 'Conditional';
type Row = [field: string, verified: Cell, notVerified: Cell];

const individual: Row[] = [
  ['first_name', 'No', 'Yes'],
  ['middle_name', 'No', 'Yes'],
  ['last_name', 'No', 'Yes'],
  ['mobile_phone', 'Yes', 'Yes'],
  ['email', 'No', 'Yes'],
  ['address_line1', 'Yes', 'Yes'],
  ['address_line2', 'Yes', 'Yes'],
  ['city', 'Yes', 'Yes'],
  ['state', 'Yes', 'Yes'],
  ['country', 'No', 'No'],
  ['zipcode', 'Yes', 'Yes'],
  ['date_of_birth', 'No', 'Yes'],
  ['gender', 'No', 'Yes'],
  ['user_scope', 'No', 'Yes'],
  ['occupation', 'Yes', 'Yes'],
  ['type', 'No', 'No'],
  ['physical_documents', 'Yes', 'Yes'],
  ['virtual_documents', 'Conditional', 'Yes'],
  ['company_details', 'Yes', 'Yes'],
];

const business: Row[] = [
  ['first_name', 'No', 'Yes'],
  ['mobile_phone', 'Yes', 'Yes'],
  ['email', 'Yes', 'Yes'],
  ['address_line1', 'Yes', 'Yes'],
  ['address_line2', 'Yes', 'Yes'],
  ['city', 'Yes', 'Yes'],
  ['state', 'Yes', 'Yes'],
  ['country', 'No', 'No'],
  ['zipcode', 'Yes', 'Yes'],
  ['date_of_birth', 'No', 'Yes'],
  ['business', 'No', 'No'],
  ['business_type', 'No', 'Yes'],
  ['user_scope', 'No', 'Yes'],
  ['company_website', 'Yes', 'Yes'],
  ['number_of_employee', 'Yes', 'Yes'],
  ['mailing_address', 'Yes', 'Yes'],
  ['virtual_documents', 'No', 'Yes'],
  ['physical_documents', 'Conditional', 'Yes'],
  ['user_relationship', 'No', 'No'],
  ['number_of_transaction_per_month', 'Yes', 'Yes'],
  ['transaction_frequency', 'Yes', 'Yes'],
];

const schemas = (readContract('machnet@v4').components as JsonObject).schemas as Record<string, JsonObject>;
const properties = (schema: string) => schemas[schema]?.properties as Record<string, JsonObject>;

const frozenOnceVerified = (property: JsonObject | undefined): string[] | undefined => {
  const items = property?.['x-updatable-items'] as { kinds: Record<string, string[]> } | undefined;
  return items && Object.keys(items.kinds).filter((kind) => !items.kinds[kind]?.includes('verified'));
};

test.each([
  ...individual.map((row) => ['IndividualUserUpdate', ...row] as const),
  ...business.map((row) => ['BusinessUserUpdate', ...row] as const),
])('%s.%s: %s when verified, %s when not', (schema, field, verified, notVerified) => {
  const property = properties(schema)[field];
  const want = [...(notVerified === 'No' ? [] : ['unverified']), ...(verified === 'No' ? [] : ['verified'])];
  expect(property?.['x-updatable']).toEqual(want);
  expect(frozenOnceVerified(property) !== undefined).toBe(verified === 'Conditional');
});

test.each([
  ['IndividualUserUpdate', 'virtual_documents', ['SSN']],
  [
    'BusinessUserUpdate',
    'physical_documents',
    ['EIN', 'CERTIFICATE_OF_INCORPORATION', 'CERTIFICATION_OF_INCORPORATION'],
  ],
])('%s.%s: frozen once verified are %s', (schema, field, kinds) => {
  expect(frozenOnceVerified(properties(schema)[field])?.sort()).toEqual(kinds.sort());
});

test('Machnet: new physical documents archive the old ones', () => {
  expect(properties('IndividualUserUpdate').physical_documents?.['x-effect']).toBe('archives-previous');
});

test.each([
  ['IndividualUserUpdate', individual, ['id', 'ip_address']],
  ['BusinessUserUpdate', business, []],
])('%s takes the fields of its table, and those that the page’s sample sends besides', (schema, table, besides) => {
  expect(Object.keys(properties(schema)).sort()).toEqual([...table.map(([field]) => field), ...besides].sort());
});

test('Machnet: one status is verified, four are not, and a suspended user is neither', () => {
  expect(schemas.User?.['x-verification']).toEqual({
    property: 'status',
    verified: ['VERIFIED'],
    unverified: ['UNVERIFIED', 'IN_PROGRESS', 'RETRY', 'REVIEW_PENDING'],
    unknown: ['SUSPENDED'],
  });
});

const rulesOf = (contract: string, schema: string) =>
  Object.entries(
    ((readContract(contract).components as JsonObject).schemas as Record<string, JsonObject>)[schema]
      ?.properties as Record<string, JsonObject>,
  );

test('HPay: the id of the application is an echo, and nothing switches a user on by omission', () => {
  const components = readContract('hpay@v1').components as { schemas: { UserUpdate: JsonObject } };
  const { required, properties } = components.schemas.UserUpdate;
  expect(required).toEqual(['app_user_id', 'name', 'phone_number']);
  expect(properties).toMatchObject({ app_user_id: { 'x-updatable': [] } });
  expect(properties).not.toHaveProperty('is_active.default');
});

test.each([
  ['ingo@v4', 'UserUpdate', []],
  ['stilt@v1', 'UserUpdate', ['ssn']],
  ['hpay@v1', 'UserUpdate', ['app_user_id']],
  ['hpay@v1', 'UserPatch', []],
])('%s %s: no rule by status is documented, and never updatable are only: %s', (contract, schema, never) => {
  const rules = rulesOf(contract, schema).filter(([, property]) => !('x-role' in property));
  expect(rules.filter(([, property]) => (property['x-updatable'] as []).length === 0).map(([name]) => name)).toEqual(
    never,
  );
  for (const [name, property] of rules)
    if (!never.includes(name as never)) expect(property['x-updatable']).toEqual(['unverified', 'verified']);
});
