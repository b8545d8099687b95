import type { ContractModel, ResolvedSchema } from '@amend/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { valuesNamed } from './shown-values.ts';
import { templates } from './templates.ts';

/** The code of a row, and why it is what it is. */
export interface Row {
  readonly code: string;
  readonly codec?: readonly string[];
  /** The fields that it writes. */
  readonly fields?: readonly string[];
  readonly because: string;
}

/** Objects whose members are fields of the user: which fields, and under which names beside the common ones. */
interface Kind {
  readonly names: readonly string[];
  /** Only fields that begin so; without it, any. */
  readonly within?: string;
  /** What they begin with instead. */
  readonly as?: string;
  readonly members?: Readonly<Record<string, readonly string[]>>;
}

const tables = parse(templates['rows.yaml'] ?? '');
const fields: Readonly<Record<string, { forms: string[]; names: string[] }>> = tables.fields;
const forms: Readonly<Record<string, { codec?: string }>> = tables.forms;
const kinds: readonly Kind[] = Object.values(tables.objects);
const ajv = new Ajv2020({ strict: false });

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

interface Place {
  /** Fields that have a place already. */
  readonly taken: ReadonlySet<string>;
  /** What no row writes is lost, so an object has rows for all that it holds, or none. */
  readonly isWhole: boolean;
}

/** The field that a name stands for, in an object of a kind. */
const fieldNamed = (name: string, kind: Kind | undefined): string | undefined => {
  const [own] = Object.entries(kind?.members ?? {}).find(([, names]) => names.includes(plain(name))) ?? [];
  const [field] = own ? [own] : (Object.entries(fields).find(([, { names }]) => names.includes(plain(name))) ?? []);
  if (field === undefined || (kind?.within && !field.startsWith(kind.within))) return undefined;
  return kind?.as && kind.within ? field.replace(kind.within, kind.as) : field;
};

const formOf = (contract: ContractModel, name: string, field: string, property: ResolvedSchema): string | undefined => {
  const { forms: known = [] } = fields[field.replace('mailingAddress', 'address')] ?? {};
  const form = known.find((each) =>
    ajv.validate(forms[each] ?? false, { ...property, examples: valuesNamed(contract, name) }),
  );
  return form && (forms[form]?.codec ?? form);
};

const unclear = (field: string) => `its name says ${field}, its schema and examples do not say in which form`;

/** The members of an object as rows have them, and those that no field stands for. */
const membersOf = (
  contract: ContractModel,
  { properties = {}, required = [] }: ResolvedSchema,
  kind: Kind,
  taken: Set<string>,
): { readonly rows: readonly (readonly [name: string, row: Row])[]; readonly left: readonly string[] } => {
  const rows: (readonly [string, Row])[] = [];
  const left: string[] = [];
  for (const [name, property] of Object.entries(properties)) {
    if (property.readOnly) continue;
    const [only, ...others] = (property.enum ?? ('const' in property ? [property.const] : [])) as readonly unknown[];
    if (only !== undefined && others.length === 0) {
      rows.push([name, { code: `{ value: ${JSON.stringify(only)} }`, because: '' }]);
      continue;
    }
    if (property.properties) {
      const inner = kindOf(name);
      const below = inner && membersOf(contract, property, inner, taken);
      left.push(...(below ? below.left.map((each) => `${name}.${each}`) : [name]));
      if (below?.rows.some(([, { fields: written }]) => written)) rows.push([name, objectRow(below.rows)]);
      continue;
    }
    const field = fieldNamed(name, kind);
    const codec = field && !taken.has(field) ? formOf(contract, name, field, property) : undefined;
    if (field === undefined || codec === undefined) {
      left.push(name);
      continue;
    }
    taken.add(field);
    const needed = required.includes(name) ? ', required: true' : '';
    rows.push([
      name,
      { code: `{ field: '${field}', codec: ${codec}${needed} }`, codec: [codec], fields: [field], because: '' },
    ]);
  }
  return { rows, left };
};

const objectRow = (rows: readonly (readonly [string, Row])[]): Row => ({
  code: `objectOf({ ${rows.map(([name, { code }]) => `${JSON.stringify(name)}: ${code}`).join(', ')} })`,
  codec: rows.flatMap(([, { codec = [] }]) => codec),
  fields: rows.flatMap(([, { fields: written = [] }]) => written),
  because: '',
});

const kindOf = (name: string): Kind | undefined => kinds.find(({ names }) => names.includes(plain(name)));

const chooseObject = (
  contract: ContractModel,
  name: string,
  property: ResolvedSchema,
  { taken, isWhole }: Place,
): Row => {
  const kind = kindOf(name);
  if (!kind) return { code: 'native', because: 'its name is no common one' };
  const { rows, left } = membersOf(contract, property, kind, new Set(taken));
  const { code, codec = [], fields: written = [] } = objectRow(rows);
  if (written.length === 0) return { code: 'native', because: `no field stands for what it holds: ${left.join(', ')}` };
  if (isWhole && left.length > 0)
    return {
      code: 'native',
      because: `a guess would be ${written.join(', ')}, and what it holds besides would be lost: ${left.join(', ')}`,
    };
  const names = written.map((field) => `'${field}'`).join(', ');
  const besides = left.length > 0 ? `; left as it is: ${left.join(', ')}` : '';
  return { code: `group([${names}], ${code})`, codec, fields: written, because: `${written.join(', ')}${besides}` };
};

/** The row of a property; `native` unless its name and its form say which field it is, or which fields it holds. */
export const chooseRow = (contract: ContractModel, name: string, property: ResolvedSchema, place: Place): Row => {
  if (property.properties) return chooseObject(contract, name, property, place);
  const field = fieldNamed(name, undefined);
  if (field === undefined) return { code: 'native', because: 'its name is no common one' };
  if (place.taken.has(field)) return { code: 'native', because: `its name says ${field}, and so does another's` };
  const codec = formOf(contract, name, field, property);
  if (codec === undefined) return { code: 'native', because: unclear(field) };
  return { code: `field('${field}', ${codec})`, codec: [codec], fields: [field], because: `${field}, as ${codec}` };
};
