import type { ContractOperation, Named, ResolvedSchema } from '@amend/contract';
import type { AnyUserOperation } from 'amend';
import { isObject } from './json.ts';
import { plainNumber } from './plain-number.ts';
import { varied } from './vary.ts';

export const isPrepared = ({ preparedByClient = [] }: AnyUserOperation, name: string): boolean =>
  (preparedByClient as readonly string[]).includes(name);

const isOwn = (name: string, schemas: readonly ResolvedSchema[]): boolean =>
  schemas.some(({ required = [], properties = {} }) => {
    const { unique, format } = properties[name] ?? {};
    return unique === true || format === 'email' || (/_id$/.test(name) && required.includes(name));
  });

/** A new user like the contract's first example of this kind, with what has to be its own; nothing if there is none. */
export const createBody = (
  { body }: ContractOperation,
  create: AnyUserOperation,
  number: number,
): Named | undefined => {
  const isCredential = (name: string): boolean => body?.roles[name] === 'credential';
  const withoutCredentials = (each: Named): Named =>
    Object.fromEntries(Object.entries(each).filter(([name]) => !isCredential(name)));
  const examples = Object.values(body?.examples ?? {})
    .filter(isObject)
    .map(withoutCredentials);
  const example = examples.find((each) => create.validate(each));
  if (!example) return undefined;
  const schemas = (body?.schemas ?? []).map(({ schema }) => schema);
  const own = Object.entries(example).map(([name, value]): readonly [string, unknown] => {
    if (isPrepared(create, name)) return [name, plainNumber(number)];
    if (!isOwn(name, schemas)) return [name, value];
    return [name, varied(value, number).find((each) => create.validate({ ...example, [name]: each })) ?? value];
  });
  return Object.fromEntries(own);
};
