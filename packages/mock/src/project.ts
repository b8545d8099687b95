import type { ResolvedSchema } from '@amend/contract';
import { isFields } from './json.ts';

/** What a schema names of a value: the mock answers with nothing that the contract does not have. */
export const project = ({ properties, items }: ResolvedSchema, value: unknown): unknown => {
  if (Array.isArray(value)) return items ? value.map((element) => project(items, element)) : value;
  if (!isFields(value) || !properties) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, element]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return property ? [[name, project(property, element)]] : [];
    }),
  );
};
