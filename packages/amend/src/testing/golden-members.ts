import { personUpdateFacts } from '@amend/compiler/golden/v4/facts.ts';
import { operations } from '@amend/compiler/golden/v4/operations.ts';
import { personUpdate, verification } from '@amend/compiler/golden/v4/rules.ts';
import type { components, Writable } from '@amend/compiler/golden/v4/types.ts';
import { validatePersonUpdate } from '@amend/compiler/golden/v4/validators.js';
import { ssnDigits, text } from '../codecs.ts';
import { field, group, id, native, objectOf, readRowsFor, rowsFor, status } from '../rows.ts';
import type { UserOperation } from '../user-operation.ts';

// A made-up provider with rules below the top level of its body.

type Schemas = components['schemas'];
type PersonUpdate = Writable<Schemas['PersonUpdate']>;

const person = {
  email: field('email', text),
  individual: group(
    ['occupation', 'firstName', 'lastName', 'ssn', 'employer.name'],
    objectOf({
      title: { field: 'occupation', codec: text },
      name: objectOf({
        first_name: { field: 'firstName', codec: text },
        last_name: { field: 'lastName', codec: text },
      }),
      tax: objectOf({
        number: { field: 'ssn', codec: ssnDigits },
        office: { field: 'employer.name', codec: text },
      }),
    }),
  ),
  address: group(
    ['address.line1', 'address.line2', 'address.city', 'address.state', 'address.country'],
    objectOf({
      line1: { field: 'address.line1', codec: text, required: true },
      line2: { field: 'address.line2', codec: text },
      city: { field: 'address.city', codec: text },
      state: { field: 'address.state', codec: text },
      country: { field: 'address.country', codec: text },
    }),
    ['address.line2', 'address.state'],
  ),
  preferences: native,
  settings: native,
} as const;

const rows = rowsFor<PersonUpdate>()(person);

/** People whose names, tax number and address stand in objects. */
export const goldenPeople: UserOperation<typeof personUpdate, PersonUpdate, typeof rows> = {
  provider: 'golden',
  operationId: personUpdate.operation,
  path: operations.updatePerson.path,
  rules: personUpdate,
  rows,
  facts: personUpdateFacts,
  validate: validatePersonUpdate,
  reader: {
    kind: 'individual',
    verification,
    recordIn: (answer) => answer,
    rows: readRowsFor<Schemas['User']>()({ ...person, id, status }),
  },
};
