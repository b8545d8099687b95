import type { ContractModel, ContractOperation, ResolvedSchema } from '@amend/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { templates } from './templates.ts';

/** The code of a row, and why it is what it is. */
export interface Row {
  readonly code: string;
  readonly codec?: string;
  readonly because: string;
}

/** The rows of one type, by property. */
export type Rows = ReadonlyMap<string, Row>;

const tables = parse(templates['rows.yaml'] ?? '');
const fields: Readonly<Record<string, { forms: string[]; names: string[] }>> = tables.fields;
const forms: Readonly<Record<string, { codec?: string }>> = tables.forms;
const ajv = new Ajv2020({ strict: false });

/** The row of a property; `native` unless its name and its form say which field it is. */
const chooseRow = (name: string, property: ResolvedSchema): Row => {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const [field, known] = Object.entries(fields).find(([, { names }]) => names.includes(plain)) ?? [];
  const form = known?.forms.find((each) => ajv.validate(forms[each] ?? false, property));
  const unclear = `its name says ${field}, its schema and examples do not say in which form`;
  if (form === undefined) return { code: 'native', because: known ? unclear : 'its name is no common one' };
  const codec = forms[form]?.codec ?? form;
  return { code: `field('${field}', ${codec})`, codec, because: `${field}, as ${codec}` };
};

/** Every value that stands under this name. */
const valuesUnder = (name: string, node: unknown): readonly unknown[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, child]) => [...(key === name ? [child] : []), ...valuesUnder(name, child)]);

/** The rows of a schema, without the properties that are only for the other way; `known` has rows of its own. */
const rowsOf = (
  { operations }: ContractModel,
  schema: ResolvedSchema | undefined,
  hidden: 'readOnly' | 'writeOnly',
  known: (name: string) => Row | undefined,
): Rows => {
  const shown = operations.flatMap(({ body, answers }) =>
    [body?.examples, ...Object.values(answers)].flatMap((named) => Object.values(named ?? {})),
  );
  return new Map(
    Object.entries(schema?.properties ?? {})
      .filter(([, property]) => !property[hidden])
      .map(([name, property]) => [
        name,
        known(name) ?? chooseRow(name, { ...property, examples: valuesUnder(name, shown) }),
      ]),
  );
};

/** The rows of a body; what only the provider sets is no part of it. */
export const bodyRows = (contract: ContractModel, { body, pathParameters }: ContractOperation): Rows =>
  rowsOf(contract, body?.schemas[0]?.schema, 'readOnly', (name) => {
    const role = body?.roles[name];
    if (role === 'identifier' && pathParameters.length === 0)
      return { code: 'id', because: 'the identifier, which nothing else tells' };
    return role && { code: 'unsent', because: role === 'credential' ? 'the client has it' : 'the path says it' };
  });

/** The rows of `User`, as it is answered. */
export const answerRows = (contract: ContractModel): Rows =>
  rowsOf(contract, contract.user?.schema, 'writeOnly', (name) => {
    if (name === contract.user?.id) return { code: 'id', because: "the user's identifier" };
    if (name === contract.verification?.property) return { code: 'status', because: 'x-verification' };
    const isLastDigits = /^(ssn_?last_?(4|four)|last_?(4|four)_?ssn)$/i.test(name);
    return isLastDigits ? { code: 'lastDigits', because: 'its name' } : undefined;
  });
