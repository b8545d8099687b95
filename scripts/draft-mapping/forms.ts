import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractModel, ResolvedSchema } from '@amend/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { saidOf, valuesNamed } from './shown-values.ts';

/** The code of a row, and why it is what it is. */
export interface Row {
  readonly code: string;
  readonly codec?: readonly string[];
  /** The fields that it writes. */
  readonly fields?: readonly string[];
  readonly because: string;
}

/** Objects whose members are fields of the user: which fields, and under which names beside the common ones. */
export interface Kind {
  readonly names: readonly string[];
  /** Only fields that begin so; without it, any. */
  readonly within?: string;
  /** What they begin with instead. */
  readonly as?: string;
  readonly members?: Readonly<Record<string, readonly string[]>>;
}

const tables = parse(readFileSync(join(import.meta.dirname, 'rows.yaml'), 'utf8'));
const fields: Readonly<Record<string, { forms: string[]; names: string[] }>> = tables.fields;
const forms: Readonly<Record<string, { codec?: string }>> = tables.forms;
export const kinds: readonly Kind[] = Object.values(tables.objects);
export const main: { readonly names: readonly string[]; readonly words: readonly string[] } = tables.main;
const ajv = new Ajv2020({ strict: false });

export const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

export interface Place {
  /** Fields that have a place already. */
  readonly taken: Set<string>;
  /** It is part of a body, and not of an answer. */
  readonly isSent: boolean;
  /** What no row writes is lost, so an object has rows for all that it holds, or none. */
  readonly isWhole: boolean;
}

/** The field that a name stands for, in an object of a kind. */
export const fieldNamed = (name: string, kind: Kind | undefined): string | undefined => {
  const [own] = Object.entries(kind?.members ?? {}).find(([, names]) => names.includes(plain(name))) ?? [];
  const [field] = own ? [own] : (Object.entries(fields).find(([, { names }]) => names.includes(plain(name))) ?? []);
  if (field === undefined || (kind?.within && !field.startsWith(kind.within))) return undefined;
  return kind?.as && kind.within ? field.replace(kind.within, kind.as) : field;
};

export const formOf = (
  contract: ContractModel,
  name: string,
  field: string,
  property: ResolvedSchema,
): string | undefined => {
  const { forms: known = [] } = fields[field.replace('mailingAddress', 'address')] ?? {};
  // What is empty shows no form.
  const examples = [...valuesNamed(contract, name), ...(property.default ? [property.default] : [])];
  const shown = { ...property, examples, says: saidOf(contract, name) };
  const form = known.find((each) => ajv.validate(forms[each] ?? false, shown));
  return form && (forms[form]?.codec ?? form);
};
