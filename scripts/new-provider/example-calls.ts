import { type ContractModel, type ContractParameter, type Named, usersAt } from '@amend/contract';

/** A call that the contract's examples show. */
export interface ExampleCall {
  readonly operation: string;
  /** The example's; without it, the call has no body and nothing that may be left out. */
  readonly name?: string;
  readonly input: { readonly path?: Named; readonly query?: Named; readonly body?: unknown };
}

/** The properties of bodies that are credentials: a client sends them in another place. */
export const credentialProperties = ({ operations }: ContractModel): readonly string[] => {
  const all = operations.flatMap(({ body }) => Object.entries(body?.roles ?? {}));
  return [...new Set(all.flatMap(([name, role]) => (role === 'credential' ? [name] : [])))];
};

/** The identifier of a user whom an answer shows: the mock knows those, and not the ones that are only just created. */
const shownId = ({ operations, user: { id = '' } = { schema: {}, unshown: {} } }: ContractModel): unknown =>
  operations
    .flatMap(({ way, answers }) => (way ? Object.values(answers[200] ?? {}).flatMap((each) => usersAt(way, each)) : []))
    .map((user) => user[id])
    .find((value) => value !== undefined);

const without = (body: unknown, names: readonly string[]): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
    : body;

/** A call for each example of a request; for an operation without a body, one call, and one more for each example of a query. */
export const exampleCalls = (contract: ContractModel): readonly ExampleCall[] => {
  const user = shownId(contract);
  const credentials = credentialProperties(contract);
  const required = (place: 'path' | 'query', parameters: readonly ContractParameter[]): ExampleCall['input'] => {
    const values = parameters
      .filter((parameter) => parameter.required)
      .map(({ name, examples }) => [name, Object.values(examples)[0] ?? user ?? 'unknown']);
    return values.length > 0 ? { [place]: Object.fromEntries(values) } : {};
  };

  return contract.operations.flatMap(({ id: operation, body, pathParameters, query }): ExampleCall[] => {
    const always = { ...required('path', pathParameters), ...required('query', query) };
    if (body)
      return Object.entries(body.examples).map(([name, value]) => ({
        operation,
        name,
        input: { ...always, body: without(value, credentials) },
      }));
    const queries = query.flatMap(({ name: property, examples }) =>
      Object.entries(examples).map(([name, value]) => ({
        operation,
        name,
        input: { ...always, query: { ...always.query, [property]: value } },
      })),
    );
    return [{ operation, input: always }, ...queries];
  });
};
