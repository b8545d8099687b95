import type { ContractModel } from '@amend/contract';
import type { MappedRows, Mapping } from './mapping.ts';

/** An action that sends a body, as the matrix calls it, and how it fills the body. */
export interface Sender {
  /** `machnet individual`. */
  readonly subject: string;
  readonly rows: MappedRows;
}

const nameOf = (provider: string, action: string): { type: string; verb: string } => {
  const [name = '', verb = ''] = action.split('.');
  return { type: name.slice(provider.length).toLowerCase(), verb };
};

/** Named only for what tells it from the provider's others. */
const subjectOf = (provider: string, action: string, actions: readonly string[]): string => {
  const names = actions.map((each) => nameOf(provider, each));
  const { type, verb } = nameOf(provider, action);
  const isOnlyType = names.every((each) => each.type === type);
  const updates = names.filter((each) => each.type === type && each.verb !== 'create');
  const isUsual = verb !== 'create' && updates.length === 1;
  return [provider, ...(isOnlyType ? [] : [type]), ...(isUsual ? [] : [verb])].join(' ');
};

/** How many names only one of two lists has. */
const countOthers = (some: readonly string[], others: readonly string[]): number =>
  [...some.filter((name) => !others.includes(name)), ...others.filter((name) => !some.includes(name))].length;

/** Who sends a component as a body: of each operation the action whose rows are most like its properties. */
export const sendersOf = ({ provider, operations }: ContractModel, mapping: Mapping, schema: string): Sender[] => {
  const all = Object.keys(mapping.actions);
  return operations.flatMap(({ id, body }): Sender[] => {
    const found = body?.schemas.find(({ name }) => name === schema);
    if (!found) return [];
    const properties = Object.keys(found.schema.properties ?? {});
    const [best] = Object.entries(mapping.actions)
      .filter(([, { operation }]) => operation === id)
      .map(([action, { rows }]) => ({ action, rows, others: countOthers(properties, Object.keys(rows)) }))
      .toSorted((one, other) => one.others - other.others);
    if (!best) return [{ subject: `${provider} ${schema}`, rows: {} }];
    return [{ subject: subjectOf(provider, best.action, all), rows: best.rows }];
  });
};

/** The canonical fields that a property is filled from; none where it is no field of the user. */
export const fieldsIn = (rows: MappedRows, property: string): readonly string[] => {
  const row = Object.hasOwn(rows, property) ? rows[property] : undefined;
  return row?.fields ?? (row?.is === 'native' ? [`native.${property}`] : []);
};
