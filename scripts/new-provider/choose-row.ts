import { type Form, fieldNames } from './field-names.ts';

/** A property, as far as a row depends on it. */
export interface Property {
  readonly name: string;
  readonly schema: {
    readonly type?: string | readonly string[];
    readonly format?: string;
    readonly writeOnly?: boolean;
  };
  /** Its values in the contract's examples. */
  readonly examples: readonly unknown[];
}

/** The code of a row, and why it is what it is. */
export interface Row {
  readonly code: string;
  /** The names that the code needs from `codecs.ts`. */
  readonly codec?: string;
  readonly because: string;
}

const isOf = ({ schema }: Property, type: string): boolean =>
  [schema.type]
    .flat()
    .filter((name) => name !== 'null')
    .join() === type;

const allMatch = ({ examples }: Property, pattern: RegExp): boolean =>
  examples.length > 0 &&
  examples.every((value) => value === null || (typeof value === 'string' && pattern.test(value)));

/** The codec that fits a property; nothing where neither schema nor examples tell. */
const codecs: { readonly [Name in Form]: (property: Property) => string | undefined } = {
  text: (property) => (isOf(property, 'string') ? 'text' : undefined),
  twoLetters: (property) => (isOf(property, 'string') && allMatch(property, /^[A-Z]{2}$/) ? 'text' : undefined),
  phone: (property) => {
    if (!isOf(property, 'string')) return undefined;
    if (allMatch(property, /^\+[1-9][0-9]{1,14}$/)) return 'e164';
    return allMatch(property, /^[2-9][0-9]{9}$/) ? 'e164ToUs10' : undefined;
  },
  date: (property) => (isOf(property, 'string') && property.schema.format === 'date' ? 'isoDate' : undefined),
  pastDate: (property) => (isOf(property, 'string') && property.schema.format === 'date' ? 'pastDate' : undefined),
  ssn: (property) => (isOf(property, 'string') && property.schema.writeOnly ? 'ssnDigits' : undefined),
  flag: (property) => (isOf(property, 'boolean') ? 'boolean' : undefined),
};

/** The row of a property that is a field of the user; `native` unless its name and its form say which one. */
export const chooseRow = (property: Property): Row => {
  const plain = property.name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const known = fieldNames.find(({ names }) => names.includes(plain));
  if (!known) return { code: 'native', because: 'its name is no common one' };
  const codec = codecs[known.form](property);
  return codec
    ? { code: `field('${known.field}', ${codec})`, codec, because: `${known.field}, as ${codec}` }
    : { code: 'native', because: `its name says ${known.field}, its schema and examples do not say in which form` };
};
