import { expect } from 'vitest';
import { change, create, stored, update } from './ingo-calls.ts';
import type { Check } from './world.ts';

interface FieldRow {
  /** A right value, and how an answer shows it; `{}` if it shows nothing. */
  readonly value: string;
  readonly shown?: Readonly<Record<string, string>>;
  readonly field: string;
  readonly wrong: readonly string[];
}

/** One row for each field that both bodies have. */
const fields = {
  first_name: { field: 'firstName', value: 'Alex', wrong: [] },
  middle_name: { field: 'middleName', value: 'Quill', wrong: [] },
  last_name: { field: 'lastName', value: 'Rivera', wrong: [] },
  phone_number: { field: 'phone', value: '+12125551234', wrong: ['2125551234', '+1 212 555 1234', '+0125551234'] },
  postal_code: { field: 'address.postalCode', value: '30044', wrong: ['3004', '30044-1234', 'ABCDE'] },
  country: { field: 'address.country', value: 'CA', wrong: ['USA', 'us', 'U'] },
  state: { field: 'address.state', value: 'GA', wrong: ['Georgia', 'US-GA', 'ga'] },
  city: { field: 'address.city', value: 'Anytown', wrong: [] },
  address_one: { field: 'address.line1', value: '100 Innovation Way', wrong: [] },
  address_two: { field: 'address.line2', value: 'Suite 100', wrong: [] },
  date_of_birth: { field: 'dateOfBirth', value: '1990-04-15', wrong: ['04/15/1990', '1990-4-15', '1990-02-30'] },
  username: { field: 'username', value: 'janedoe', shown: {}, wrong: [] },
  ssn: { field: 'ssn', value: '111-22-6789', shown: { ssn_last_4: '6789' }, wrong: ['1112'] },
} as const satisfies Record<string, FieldRow>;

type FieldName = keyof typeof fields;

/** A change as the command takes it on standard input, where nobody sees it. */
const patchOf = (field: string, value: string): object => {
  const [name = '', part] = field.split('.');
  return { [name]: part === undefined ? value : { [part]: value } };
};

/** The update takes right values and refuses wrong ones. */
export const updates =
  (property: FieldName): Check =>
  async (world) => {
    const { value, field, wrong, shown = { [property]: value } }: FieldRow = fields[property];
    const before = await stored(world);
    for (const other of wrong) {
      const refused = await update(world, { [property]: other });
      expect({ ...refused, other }).toMatchObject({ status: 400, body: { status: 'error' } });
      expect(refused.body.message).toContain(property);
      const planned = await world.amend(change('--patch', '-'), patchOf(field, other));
      expect({ other, ...planned }).toMatchObject({ code: 1, out: expect.stringContaining('invalid') });
      expect(await stored(world)).toEqual(before);
    }
    const changed = { ...before, ...shown, updated_at: expect.any(String) };
    expect((await update(world, { [property]: value })).status).toBe(200);
    expect(await stored(world)).toEqual(changed);
    world.reset();
    expect(await world.amend(change('--patch', '-'), patchOf(field, value))).toMatchObject({ code: 0, err: '' });
    expect(await stored(world)).toEqual(changed);
  };

/** The create does the same. */
export const creates =
  (property: FieldName): Check =>
  async (world) => {
    const { value, wrong, shown = { [property]: value } }: FieldRow = fields[property];
    for (const other of wrong) {
      const refused = await create(world, { [property]: other });
      expect({ ...refused, other }).toMatchObject({ status: 400, body: { status: 'error' } });
      expect(refused.body.message).toContain(property);
    }
    const created = await create(world, { [property]: value });
    expect(created.body.data.items).toEqual([expect.objectContaining(shown)]);
    expect(JSON.stringify(created.body)).not.toContain(fields.ssn.value);
  };

/** A check for each field. */
export const each = (check: (property: FieldName) => Check) =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, check(name as FieldName)])) as Record<FieldName, Check>;
