import { validationSchemas } from '@amend/compiler/print';
import { contracts, loadContract } from '@amend/compiler/read';
import { z } from 'zod';
import { type KnownStatus, user } from './patch.ts';

// What a careful developer writes without this project: a schema of the form in zod, a table of what is locked, a mapper
// from one to the other, and the provider's body in zod again.

const day = (text: string): boolean =>
  z.iso.date().safeParse(text).success && text <= new Date().toISOString().slice(0, 10);

const form = z
  .strictObject({
    firstName: z.string().min(1),
    middleName: z.string(),
    lastName: z.string().min(1),
    email: z.email(),
    phone: z.string().regex(/^\+1[0-9]{10}$/),
    dateOfBirth: z.string().refine(day),
    gender: z.string(),
    occupation: z.string(),
    address: z
      .strictObject({
        line1: z.string(),
        line2: z.string(),
        city: z.string(),
        state: z.string(),
        postalCode: z.string(),
      })
      .partial(),
  })
  .partial();

/** The body of Machnet's updateUser for individuals, as our generator hands it to Ajv. */
const loadBody = (): z.ZodType => {
  const contract = contracts.find(({ name }) => name === 'machnet@v4');
  if (!contract) throw new Error('There is no contract machnet@v4.');
  const { definitions, operations } = validationSchemas(loadContract(contract));
  const [individual] = operations.find(({ operationId }) => operationId === 'updateUser')?.request ?? [];
  const schema = JSON.stringify({ $defs: definitions.request, allOf: [individual] });
  return z.fromJSONSchema(JSON.parse(schema.replaceAll('"request#/', '"#/')));
};
const body = loadBody();

const lockedOnceVerified = new Set(['firstName', 'middleName', 'lastName', 'email', 'dateOfBirth', 'gender']);

interface Verdict {
  readonly field: string;
  readonly verdict: 'send' | 'locked' | 'invalid';
  readonly message?: string;
}

interface Planned {
  readonly fields: readonly Verdict[];
  readonly request?: { readonly path: { readonly user_id: string }; readonly body: unknown };
}

const wireOf = ({ address = {}, ...person }: z.infer<typeof form>): Record<string, unknown> => ({
  first_name: person.firstName,
  middle_name: person.middleName,
  last_name: person.lastName,
  email: person.email,
  mobile_phone: person.phone?.slice(2),
  date_of_birth: person.dateOfBirth,
  gender: person.gender,
  occupation: person.occupation,
  address_line1: address.line1,
  address_line2: address.line2,
  city: address.city,
  state: address.state,
  zipcode: address.postalCode,
});

const judge = (field: string, status: KnownStatus, invalid: ReadonlySet<string>): Verdict => {
  if (invalid.has(field)) return { field, verdict: 'invalid', message: `${field} is not valid.` };
  return status === 'verified' && lockedOnceVerified.has(field)
    ? { field, verdict: 'locked', message: `${field} cannot change once the user is verified.` }
    : { field, verdict: 'send' };
};

/** A plan made by hand: the same verdicts, and the same request. */
export const planByHand = (patch: object, status: KnownStatus): Planned => {
  const checked = form.safeParse(patch);
  const invalid = new Set(checked.error?.issues.map(({ path }) => path.join('.')));
  const fields: Verdict[] = [];
  for (const [name, value] of Object.entries(patch))
    if (name !== 'address') fields.push(judge(name, status, invalid));
    else for (const part of Object.keys(value)) fields.push(judge(`address.${part}`, status, invalid));
  if (!checked.success || fields.some(({ verdict }) => verdict !== 'send')) return { fields };
  const wire = Object.fromEntries(Object.entries(wireOf(checked.data)).filter(([, value]) => value !== undefined));
  return body.safeParse(wire).success ? { fields, request: { path: { user_id: user }, body: wire } } : { fields };
};
