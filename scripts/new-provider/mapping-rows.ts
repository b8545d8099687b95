import { type Json, type LoadedContract, resolve, type Schema } from '@amend/compiler/read';
import { chooseRow, type Row } from './choose-row.ts';
import type { Action, UserContract } from './user-contract.ts';

/** The rows of one type, by property. */
export type Rows = ReadonlyMap<string, Row>;

/** Every value that an example shows of a property of this name. */
const examplesOf = (name: string, node: Json, isInside = false): readonly Json[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [
    ...(isInside && key === name ? [child] : []),
    ...examplesOf(name, child, isInside || key === 'value'),
  ]);
};

const resolved = ({ document }: LoadedContract, schema: Schema): Schema => ({
  ...resolve(document, schema),
  ...schema,
});

const propertiesOf = (contract: LoadedContract, schemaName: string) =>
  Object.entries(contract.document.components?.schemas?.[schemaName]?.properties ?? {}).map(
    ([name, schema]) => [name, resolved(contract, schema)] as const,
  );

const chosen = (contract: LoadedContract, name: string, schema: Schema): Row =>
  chooseRow({ name, schema, examples: examplesOf(name, contract.document as unknown as Json) });

const roleRow = (role: string, { hasPathParameter }: Action): Row =>
  role === 'identifier' && !hasPathParameter
    ? { code: 'id', because: 'the identifier, which nothing else tells' }
    : { code: 'unsent', because: role === 'credential' ? 'the client has it' : 'the path says it' };

/** The rows of a body; what only the provider sets is no part of it. */
export const bodyRows = (contract: LoadedContract, action: Action): Rows =>
  new Map(
    propertiesOf(contract, action.body)
      .filter(([, { readOnly }]) => !readOnly)
      .map(([name, schema]) => {
        const role = schema['x-role'];
        return [name, role ? roleRow(role, action) : chosen(contract, name, schema)];
      }),
  );

const lastDigits = /^(ssn_?last_?(4|four)|last_?(4|four)_?ssn)$/i;

/** The rows of `User`, as it is answered. */
export const answerRows = (contract: LoadedContract, { id, status }: UserContract): Rows =>
  new Map(
    propertiesOf(contract, 'User')
      .filter(([, { writeOnly }]) => !writeOnly)
      .map(([name, schema]): [string, Row] => {
        if (name === id) return [name, { code: 'id', because: "the user's identifier" }];
        if (name === status) return [name, { code: 'status', because: 'x-verification' }];
        if (lastDigits.test(name)) return [name, { code: 'lastDigits', because: 'its name' }];
        return [name, chosen(contract, name, schema)];
      }),
  );

/** The rows that are the same in all of these types. */
export const commonRows = ([first = new Map(), ...others]: readonly Rows[]): Rows =>
  new Map([...first].filter(([name, { code }]) => others.every((rows) => rows.get(name)?.code === code)));
