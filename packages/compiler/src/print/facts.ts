import type { BodyFacts, BodySchema, ContractModel, Named, ResolvedSchema } from '@amend/contract';
import { camelCase } from '../read/camel-case.ts';
import type { Schema } from '../read/openapi.ts';
import type { LoadedContract } from '../read/read-contract.ts';
import { resolve } from '../read/references.ts';
import { banner } from './banner.ts';
import { literal } from './literal.ts';

/** What a value is kept as, and who shows it, is no matter of what may be typed in. */
const besideTheValue = new Set(['update', 'storedAs', 'unique', 'minimumAge', 'readOnly', 'writeOnly']);

const trim = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(trim);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (besideTheValue.has(key) ? [] : [[key, trim(child)]])),
  );
};

const conflictsOf = ({ document }: LoadedContract, node: Schema): string[] =>
  Object.keys({ ...resolve(document, node)['x-conflict'], ...node['x-conflict'] });

const factsOf = (contract: LoadedContract, name: string, { properties = {} }: ResolvedSchema): BodyFacts => {
  const node = contract.document.components?.schemas?.[name] ?? {};
  const ofBody = conflictsOf(contract, node);
  const written = Object.entries(node.properties ?? {}).filter(
    ([property, { 'x-role': role }]) => role === undefined && properties[property]?.readOnly !== true,
  );
  const conflicts = written.flatMap(([property, schema]) => {
    const told = conflictsOf(contract, schema);
    return told.length > 0 ? [[property, told] as const] : [];
  });
  return {
    schemas: Object.fromEntries(written.map(([property]) => [property, trim(properties[property])])) as Named<Named>,
    ...(conflicts.length > 0 && { conflicts: Object.fromEntries(conflicts) }),
    ...(ofBody.length > 0 && { bodyConflicts: ofBody }),
  };
};

/** The text of `facts.ts`: of each body that has a name, what may stand in its properties. */
export const renderFacts = (contract: LoadedContract, { operations }: ContractModel): string => {
  const bodies = operations.flatMap(({ body }): readonly BodySchema[] => body?.schemas ?? []);
  const schemas = new Map(bodies.flatMap(({ name, schema }) => (name === undefined ? [] : [[name, schema]])));
  const tables = [...schemas].map(
    ([name, schema]) =>
      `\nexport const ${camelCase(name)}Facts: BodyFacts = ${literal(factsOf(contract, name, schema))};\n`,
  );
  return [
    banner(contract),
    ...(tables.length > 0 ? ["import type { BodyFacts } from '@amend/contract';\n", ...tables] : ['export {};\n']),
  ].join('');
};
