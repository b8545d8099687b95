import { fieldsFor } from '../fields-for.ts';
import { planAll } from '../plan.ts';
import { requestOf } from '../plan-result.ts';
import type { AnyUserOperation } from '../user-operation.ts';

// What a test changes, where it shows what becomes of rules, and not what they are.

/** Values that no user of a test or of the mock has. */
const values: Readonly<Record<string, string>> = {
  email: 'a@example.com',
  phone: '+12105550132',
  occupation: 'Chimney sweep',
  'address.city': 'Austin',
  firstName: 'Zelda',
};

/**
 * A change of one field that is free before the verification, and that a verified user may make too, or not: whatever
 * the rules say which field that is.
 *
 * @returns the field with its label and new value, as our patch, as the provider's body, and as a flag of the command.
 */
export const exampleOf = (operation: AnyUserOperation, isFree: boolean) => {
  const stateOf = (field: string, status: 'unverified' | 'verified') =>
    fieldsFor(operation, status).find((state) => state.field === field);
  const isEditable = (field: string, status: 'unverified' | 'verified') => stateOf(field, status)?.editable ?? false;
  const entry = Object.entries(values).find(
    ([field]) => isEditable(field, 'unverified') && isEditable(field, 'verified') === isFree,
  );
  if (!entry) throw new Error(`No example ${isFree ? 'may' : 'may not'} change.`);
  const [field, value] = entry;
  const [group = '', part] = field.split('.');
  const patch = part ? { [group]: { [part]: value } } : { [group]: value };
  const [made] = planAll(patch, [{ operation, id: 'x', status: 'unverified' }]);
  const body = (made && requestOf(made)?.body) as Readonly<Record<string, string>>;
  return { field, label: stateOf(field, 'verified')?.label ?? '', value, patch, body, set: `${field}=${value}` };
};
