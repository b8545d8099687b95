import type { ContractModel, ResolvedSchema } from '@amend/contract';
import { fieldNamed, formOf, type Kind, kinds, main, type Place, plain, type Row } from './forms.ts';

/** The members of an object as rows have them, and those that no field stands for. */
interface Members {
  readonly rows: readonly (readonly [name: string, row: Row])[];
  readonly left: readonly string[];
  /** Those of them that have to be there whenever the object is. */
  readonly needed: readonly string[];
}

/** The only value that a member may have, or the one that is meant where a list has one for each. */
const constantOf = (name: string, property: ResolvedSchema, isRequired: boolean): unknown => {
  const values = (property.enum ?? ('const' in property ? [property.const] : [])) as readonly unknown[];
  if (values.length === 1) return values[0];
  const isMeant = isRequired && main.names.includes(plain(name));
  return isMeant ? values.find((value) => main.words.includes(plain(String(value)))) : undefined;
};

/** A state has two letters where an address is in America unless something else is said of it. */
const inAmerica = ({ properties = {} }: ResolvedSchema, kind: Kind): boolean =>
  Object.entries(properties).some(
    ([name, { default: value }]) => value === 'US' && fieldNamed(name, kind)?.endsWith('ddress.country'),
  );

const membersOf = (contract: ContractModel, schema: ResolvedSchema, kind: Kind, place: Place): Members => {
  const { properties = {}, required = [] } = schema;
  const rows: (readonly [string, Row])[] = [];
  const left: string[] = [];
  const needed: string[] = [];
  const leave = (name: string, ...names: readonly string[]) => {
    left.push(...names);
    if (required.includes(name)) needed.push(name);
  };
  for (const [name, property] of Object.entries(properties)) {
    if (property.readOnly) continue;
    const constant = constantOf(name, property, required.includes(name));
    if (constant !== undefined) {
      rows.push([name, { code: `{ value: ${JSON.stringify(constant)} }`, because: '' }]);
      continue;
    }
    if (objectIn(property)) {
      const part = partOf(contract, name, property, place);
      if (part?.row.fields?.length) {
        rows.push([name, part.row]);
        left.push(...part.left.map((each) => `${name}.${each}`));
      } else leave(name, name);
      continue;
    }
    const field = fieldNamed(name, kind);
    const isState = field?.endsWith('ddress.state') && inAmerica(schema, kind);
    const shown = isState ? { maxLength: 2, ...property } : property;
    const codec = field && !place.taken.has(field) ? formOf(contract, name, field, shown) : undefined;
    if (field === undefined || codec === undefined) {
      leave(name, name);
      continue;
    }
    place.taken.add(field);
    const isNeeded = required.includes(name) ? ', required: true' : '';
    rows.push([
      name,
      { code: `{ field: '${field}', codec: ${codec}${isNeeded} }`, codec: [codec], fields: [field], because: '' },
    ]);
  }
  return { rows, left, needed };
};

/** What of a property holds fields: itself, or the elements of a list. */
export const objectIn = ({ properties, items }: ResolvedSchema): 'itself' | 'list' | undefined =>
  properties ? 'itself' : items?.properties && 'list';

const kindOf = (name: string): Kind | undefined => kinds.find(({ names }) => names.includes(plain(name)));

/** An object of a kind that is known, or a list of one such; nothing is written of one that lacks what it needs. */
const partOf = (
  contract: ContractModel,
  name: string,
  property: ResolvedSchema,
  place: Place,
): (Members & { readonly row: Row; readonly guess: readonly string[] }) | undefined => {
  const isList = objectIn(property) === 'list';
  const kind = kindOf(isList ? plain(name).replace(/(?<=ss)es$|s$/, '') : name);
  if (!kind) return undefined;
  const taken = new Set(place.taken);
  const members = membersOf(contract, (isList && property.items) || property, kind, { ...place, taken });
  const code = `objectOf({ ${members.rows.map(([each, row]) => `${JSON.stringify(each)}: ${row.code}`).join(', ')} })`;
  const guess = members.rows.flatMap(([, { fields: written = [] }]) => written);
  const isLacking = place.isSent && members.needed.length > 0;
  const row: Row = {
    code: isList ? `listOfOne(${code})` : code,
    codec: members.rows.flatMap(([, { codec = [] }]) => codec),
    fields: isLacking ? [] : guess,
    because: '',
  };
  if (!isLacking) for (const field of guess) place.taken.add(field);
  return { ...members, row, guess };
};

export const chooseObject = (contract: ContractModel, name: string, property: ResolvedSchema, place: Place): Row => {
  const part = partOf(contract, name, property, { ...place, taken: new Set(place.taken) });
  if (!part) return { code: 'native', because: 'its name is no common one' };
  const { row, guess, left, needed } = part;
  const native = (why: string): Row => ({ code: 'native', because: why });
  if (guess.length === 0) return native(`no field stands for what it holds: ${left.join(', ')}`);
  const said = guess.join(', ');
  if (place.isSent && needed.length > 0)
    return native(`a guess would be ${said}, and it needs what no field stands for: ${needed.join(', ')}`);
  const isList = objectIn(property) === 'list';
  // What a list loses, every plan tells.
  if (place.isWhole && left.length > 0 && !isList)
    return native(`a guess would be ${said}, and what it holds besides would be lost: ${left.join(', ')}`);
  const names = guess.map((field) => `'${field}'`).join(', ');
  const list = isList ? ', as a list of one' : '';
  const besides = left.length > 0 ? `${isList ? ' without ' : '; left as it is: '}${left.join(', ')}` : '';
  return { ...row, code: `group([${names}], ${row.code})`, because: `${said}${list}${besides}` };
};
