import type { ContractModel, ResolvedSchema } from '@amend/contract';
import { chooseObject, objectIn } from './choose-object.ts';
import { fieldNamed, formOf, type Place, type Row } from './forms.ts';

const unclear = (field: string) => `its name says ${field}, its schema and examples do not say in which form`;

/** The row of a property; `native` unless its name and its form say which field it is, or which fields it holds. */
export const chooseRow = (contract: ContractModel, name: string, property: ResolvedSchema, place: Place): Row => {
  if (objectIn(property)) return chooseObject(contract, name, property, place);
  const field = fieldNamed(name, undefined);
  if (field === undefined) return { code: 'native', because: 'its name is no common one' };
  if (place.taken.has(field)) return { code: 'native', because: `its name says ${field}, and so does another's` };
  const codec = formOf(contract, name, field, property);
  if (codec === undefined) return { code: 'native', because: unclear(field) };
  return { code: `field('${field}', ${codec})`, codec: [codec], fields: [field], because: `${field}, as ${codec}` };
};
