import {
  type Body,
  type Json,
  type JsonObject,
  type LoadedContract,
  operationsOf,
  type Parameter,
  resolve,
} from '@amend/compiler/read';
import { type UserContract, wayOf } from './user-contract.ts';

/** A call that the contract's examples show. */
export interface ExampleCall {
  readonly operation: string;
  /** The example's; without it, the call has no body and nothing that may be left out. */
  readonly name?: string;
  readonly input: { readonly path?: JsonObject; readonly query?: JsonObject; readonly body?: Json };
}

type Examples = Readonly<Record<string, { readonly $ref?: string; readonly value: Json }>>;

type ShownParameter = Parameter & { readonly required?: boolean; readonly examples?: Examples };

/** The properties of bodies that are credentials: a client sends them in another place. */
export const credentialProperties = ({ document }: LoadedContract): readonly string[] => {
  const all = Object.values(document.components?.schemas ?? {}).flatMap(({ properties = {} }) =>
    Object.entries(properties),
  );
  return [...new Set(all.flatMap(([name, schema]) => (schema['x-role'] === 'credential' ? [name] : [])))];
};

const valuesOf = ({ document }: LoadedContract, examples: Examples = {}) =>
  Object.entries(examples).map(([name, example]) => ({ name, value: resolve(document, example).value }));

const bodiesOf = (contract: LoadedContract, body: Body) =>
  valuesOf(
    contract,
    (resolve(contract.document, body).content?.['application/json'] as { examples?: Examples } | undefined)?.examples,
  );

/** What stands in an answer at the end of a way; nothing where the way is through a list. */
const at = (answer: Json | undefined, way: readonly string[]): Json | undefined =>
  way.reduce<Json | undefined>((node, step) => (node as JsonObject | undefined)?.[step], answer);

/** The identifier of a user whom an answer shows: the mock knows those, and not the ones that are only just created. */
const shownId = (contract: LoadedContract, id: string): Json | undefined =>
  operationsOf(contract)
    .flatMap((operation) => {
      const way = wayOf(contract, operation);
      const answers = bodiesOf(contract, operation.node.responses['200'] ?? {});
      return way ? answers.map(({ value }) => at(value, [...way, id])) : [];
    })
    .find((value) => value !== undefined);

const without = (body: Json, names: readonly string[]): Json =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
    : body;

/** A call for each example of a request; for an operation without a body, one call, and one more for each example of a query. */
export const exampleCalls = (contract: LoadedContract, { id }: Pick<UserContract, 'id'>): readonly ExampleCall[] => {
  const { document } = contract;
  const user = shownId(contract, id);
  const credentials = credentialProperties(contract);
  const resolved = (parameters: readonly Parameter[] = []) =>
    parameters.map((parameter): ShownParameter => resolve(document, parameter));

  return operationsOf(contract).flatMap(({ path, node }): ExampleCall[] => {
    const { operationId: operation, requestBody } = node;
    const own = resolved(node.parameters);
    const required = [...resolved(document.paths[path]?.parameters), ...own].filter((parameter) => parameter.required);
    const requiredIn = (place: 'path' | 'query'): ExampleCall['input'] => {
      const values = required
        .filter((parameter) => parameter.in === place)
        .map(({ name, examples }) => [name, valuesOf(contract, examples)[0]?.value ?? user ?? 'unknown']);
      return values.length > 0 ? { [place]: Object.fromEntries(values) } : {};
    };
    const always = { ...requiredIn('path'), ...requiredIn('query') };

    if (requestBody)
      return bodiesOf(contract, requestBody).map(({ name, value }) => ({
        operation,
        name,
        input: { ...always, body: without(value, credentials) },
      }));
    const queries = own
      .filter((parameter) => parameter.in === 'query')
      .flatMap(({ name: property, examples }) =>
        valuesOf(contract, examples).map(({ name, value }) => ({
          operation,
          name,
          input: { ...always, query: { ...always.query, [property]: value } },
        })),
      );
    return [{ operation, input: always }, ...queries];
  });
};
