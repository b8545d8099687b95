import { fieldsFor } from 'amend';
import { machnetIndividual } from 'amend/machnet';

// What a test changes, where it shows what the command does with rules, and not what they are.

/** Values that none of the mock's users has. */
const values: Readonly<Record<string, string>> = {
  email: 'a@example.com',
  phone: '+12105550132',
  occupation: 'Chimney sweep',
  'address.city': 'Austin',
  firstName: 'Zelda',
};

const choose = (isFree: boolean) => {
  const states = fieldsFor(machnetIndividual.update, 'verified');
  const found = states.find(({ field, editable }) => Object.hasOwn(values, field) && editable === isFree);
  if (!found) throw new Error(`No example ${isFree ? 'may' : 'may not'} change.`);
  const { field } = found;
  const value = values[field] ?? '';
  const [group = '', part] = field.split('.');
  return { field, value, set: `${field}=${value}`, patch: part ? { [group]: { [part]: value } } : { [group]: value } };
};

/** What a verified person at Machnet may change, whatever that is. */
export const free = choose(true);

/** And what not. */
export const locked = choose(false);
