import { isUnreadable, unreadable } from './read-plain.ts';
import type { User } from './user.ts';

/** The groups of a {@link User}, whose parts are fields of their own: `address.city`. */
type Group = 'address' | 'mailingAddress' | 'employer' | 'transactions' | 'documents';

/** What says who the user is and where it stands, and is no field that a patch changes. */
type Fact = 'provider' | 'id' | 'kind' | 'verification' | 'native';

type Parts<Name extends Group> = `${Name}.${keyof NonNullable<User[Name]> & string}`;

/** A field of a user, by its path. */
export type Field = Exclude<keyof User, Group | Fact> | { [Name in Group]: Parts<Name> }[Group];

/** A property of a provider's that no field stands for, by its path. */
export type NativeField = `native.${string}`;

/** JSON Schema, 2020-12, of one value. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly items?: FieldSchema;
  readonly [keyword: string]: unknown;
}

/** What a form has to know of a field: JSON Schema of its value. */
export interface FieldFacts {
  /** The words that a form shows for it. */
  readonly label: string;
  readonly schema: FieldSchema;
}

const text = { type: 'string' };
const email = { type: 'string', format: 'email' };
const phone = { type: 'string', pattern: '^\\+[1-9][0-9]{1,14}$', maxLength: 16 };
const date = { type: 'string', format: 'date' };
const state = { type: 'string', pattern: '^[A-Z]{2}$', maxLength: 2 };
const country = state;
const ssn = { type: 'string', format: 'password', pattern: '^[0-9]{3}-?[0-9]{2}-?[0-9]{4}$', maxLength: 11 };
const flag = { type: 'boolean' };
const identifier = { type: ['string', 'integer'] };
const count = { type: 'integer', minimum: 0 };
const list = { type: 'array' };

/** Every field of a user. */
export const fields: { readonly [Name in Field]: FieldFacts } = {
  firstName: { label: 'First name', schema: text },
  middleName: { label: 'Middle name', schema: text },
  lastName: { label: 'Last name', schema: text },
  businessName: { label: 'Business name', schema: text },
  email: { label: 'E-mail address', schema: email },
  phone: { label: 'Phone number', schema: phone },
  dateOfBirth: { label: 'Date of birth', schema: date },
  formationDate: { label: 'Date of formation', schema: date },
  'address.line1': { label: 'Address', schema: text },
  'address.line2': { label: 'Address, second line', schema: text },
  'address.line3': { label: 'Address, third line', schema: text },
  'address.city': { label: 'City', schema: text },
  'address.state': { label: 'State', schema: state },
  'address.postalCode': { label: 'Postal code', schema: text },
  'address.country': { label: 'Country', schema: country },
  'mailingAddress.line1': { label: 'Mailing address', schema: text },
  'mailingAddress.line2': { label: 'Mailing address, second line', schema: text },
  'mailingAddress.line3': { label: 'Mailing address, third line', schema: text },
  'mailingAddress.city': { label: 'Mailing address, city', schema: text },
  'mailingAddress.state': { label: 'Mailing address, state', schema: state },
  'mailingAddress.postalCode': { label: 'Mailing address, postal code', schema: text },
  'mailingAddress.country': { label: 'Mailing address, country', schema: country },
  ssn: { label: 'Social security number', schema: ssn },
  gender: { label: 'Gender', schema: text },
  occupation: { label: 'Occupation', schema: text },
  'employer.name': { label: 'Employer', schema: text },
  'employer.address': { label: 'Employer, address', schema: text },
  'employer.phone': { label: 'Employer, phone number', schema: text },
  username: { label: 'Username', schema: text },
  active: { label: 'Account active', schema: flag },
  externalId: { label: 'Your identifier', schema: identifier },
  'documents.physical': { label: 'Scanned documents', schema: list },
  'documents.virtual': { label: 'Document numbers', schema: list },
  website: { label: 'Web site', schema: text },
  employees: { label: 'Number of employees', schema: text },
  'transactions.perMonth': { label: 'Transactions in a month', schema: count },
  'transactions.frequency': { label: 'Frequency of transactions', schema: text },
};

/** The parts of each group, and the field that each is: to put a path together takes as long as to plan a field. */
const groups = new Map<string, Map<string, Field>>();
for (const path of Object.keys(fields) as Field[]) {
  const [group = '', part] = path.split('.');
  if (part !== undefined) groups.set(group, (groups.get(group) ?? new Map()).set(part, path));
}

/** A key may be data in the wrong place; only one that looks like a field's name is repeated. */
export const safeName = (key: string, index: number): string =>
  /^[A-Za-z_][A-Za-z_.]{0,39}[0-9]?$/.test(key) ? key : `[${index}]`;

const fieldNames = new Set(Object.keys(fields));

export const isField = (name: string): name is Field => fieldNames.has(name);

export const isGroup = (name: string): boolean => groups.has(name);

/** An object, of plain data; not a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an object has under a key of its own; nothing if it is none. */
export const own = <Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined =>
  isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;

/** A field's path as form libraries take it: `documents.virtual[0]` has three keys. */
export const keysOf = (field: string): PropertyKey[] =>
  field.split(/[.[\]]/).flatMap((part) => (part === '' ? [] : [/^[0-9]/.test(part) ? Number(part) : part]));

/** What a patch or a user holds, in its order: fields, and names that are none or that stand there twice. */
export const fieldsIn = (source: unknown): { values: Map<string, unknown>; others: string[] } => {
  const values = new Map<string, unknown>();
  const others: string[] = [];
  const add = (path: string, value: unknown): void => {
    if (value === undefined) return;
    // A group that cannot be read is told as one.
    const isOne = isField(path) || (value === unreadable && isGroup(path));
    if (isOne && !values.has(path)) values.set(path, value);
    else others.push(path);
  };
  if (!isRecord(source)) return { values, others };
  for (const name of Object.keys(source)) {
    const value = source[name];
    const parts = groups.get(name);
    if (!parts || !isRecord(value)) add(name, value);
    else for (const part of Object.keys(value)) add(parts.get(part) ?? `${name}.${part}`, value[part]);
  }
  return { values, others };
};

/** What is known of a user, the provider's own properties with it. */
export const knownIn = (user: Readonly<Record<string, unknown>>): Map<string, unknown> => {
  const { values } = fieldsIn(user);
  const native = own(user, 'native');
  for (const [property, value] of Object.entries(isRecord(native) ? native : {}))
    if (value !== undefined) values.set(`native.${property}`, value);
  for (const [field, value] of values) if (isUnreadable(value)) values.delete(field);
  return values;
};

/** A user with these fields. */
export const userOf = (values: Iterable<readonly [string, unknown]>): User => {
  const user: Record<string, unknown> = {};
  for (const [field, value] of values) {
    if (value === undefined) continue;
    const [name = '', part] = field.split('.');
    if (part === undefined) user[name] = value;
    else user[name] = { ...(user[name] as object | undefined), [part]: value };
  }
  return user;
};
