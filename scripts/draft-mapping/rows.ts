import type { ContractModel, ContractOperation, ResolvedSchema } from '@amend/contract';
import { chooseRow } from './choose-row.ts';
import type { Row } from './forms.ts';

export type { Row };

/** The rows of one type, by property. */
export type Rows = ReadonlyMap<string, Row>;

/** The rows of a schema, without the properties that are only for the other way; `known` has rows of its own. */
const rowsOf = (
  contract: ContractModel,
  schema: ResolvedSchema | undefined,
  hidden: 'readOnly' | 'writeOnly',
  known: (name: string) => Row | undefined,
  isWhole: (name: string) => boolean,
): Rows => {
  const properties = Object.entries(schema?.properties ?? {}).filter(([, property]) => !property[hidden]);
  const taken = new Set<string>();
  const rows = new Map<string, Row>();
  // A field that stands at the top is not looked for below.
  for (const objects of [false, true])
    for (const [name, property] of properties) {
      if ((property.properties !== undefined || property.items?.properties !== undefined) !== objects) continue;
      const row =
        known(name) ??
        chooseRow(contract, name, property, { taken, isSent: hidden === 'readOnly', isWhole: isWhole(name) });
      for (const field of row.fields ?? []) taken.add(field);
      rows.set(name, row);
    }
  return new Map(properties.map(([name]) => [name, rows.get(name) as Row]));
};

/** The rows of a body; what only the provider sets is no part of it. */
export const bodyRows = (contract: ContractModel, { body, pathParameters, update }: ContractOperation): Rows => {
  const [{ schema, rules } = {}] = body?.schemas ?? [];
  const known = (name: string): Row | undefined => {
    const role = body?.roles[name];
    if (role === 'identifier' && pathParameters.length === 0)
      return { code: 'id', because: 'the identifier, which nothing else tells' };
    return role && { code: 'unsent', because: role === 'credential' ? 'the client has it' : 'the path says it' };
  };
  // An object that takes the place of what is there loses what no row writes.
  const isWhole = (name: string): boolean => {
    const rule = rules?.properties[name];
    return update !== undefined && !(rule && 'merges' in rule && rule.merges);
  };
  return rowsOf(contract, schema, 'readOnly', known, isWhole);
};

/** The rows of `User`, as it is answered. */
export const answerRows = (contract: ContractModel): Rows =>
  rowsOf(
    contract,
    contract.user?.schema,
    'writeOnly',
    (name) => {
      if (name === contract.user?.id) return { code: 'id', because: "the user's identifier" };
      if (name === contract.verification?.property) return { code: 'status', because: 'x-verification' };
      const isLastDigits = /^(ssn_?last_?(4|four)|last_?(4|four)_?ssn)$/i.test(name);
      return isLastDigits ? { code: 'lastDigits', because: 'its name' } : undefined;
    },
    () => false,
  );
