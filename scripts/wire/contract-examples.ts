import { type Body, type Contract, loadContract, operationsOf, type Parameter, resolve } from '@amend/compiler/read';

interface Examples {
  readonly [name: string]: { readonly $ref?: string; readonly value: unknown };
}

export interface RequestExample {
  readonly operation: string;
  /** Without it, the operation has no example, because it takes no body. */
  readonly name?: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

export interface ResponseExample {
  readonly operation: string;
  readonly status: number;
  readonly name: string;
  readonly body: unknown;
}

/** Every example of a contract: what may be sent, and what may come back. */
export const readExamples = (contract: Contract) => {
  const loaded = loadContract(contract);
  const { document } = loaded;
  const namedValues = (examples: Examples = {}) =>
    Object.entries(examples).map(([name, example]) => ({ name, value: resolve(document, example).value }));
  const bodyExamples = (body: Body) =>
    namedValues(
      (resolve(document, body).content?.['application/json'] as { examples?: Examples } | undefined)?.examples,
    );
  const queryExamples = (parameter: Parameter & { examples?: Examples }) => {
    const { in: place, name, examples } = resolve(document, parameter);
    return place === 'query' ? namedValues(examples).map((example) => ({ ...example, parameter: name })) : [];
  };

  const operations = operationsOf(loaded).map(({ node }) => node);
  const requests = operations.flatMap(({ operationId: operation, requestBody, parameters = [] }): RequestExample[] => {
    if (requestBody) return bodyExamples(requestBody).map(({ name, value }) => ({ operation, name, body: value }));
    const queries = parameters.flatMap(queryExamples);
    return [
      { operation },
      ...queries.map(({ name, value, parameter }) => ({ operation, name, query: { [parameter]: String(value) } })),
    ];
  });
  const responses = operations.flatMap(({ operationId: operation, responses }): ResponseExample[] =>
    Object.entries(responses).flatMap(([status, body]) =>
      bodyExamples(body).map(({ name, value }) => ({ operation, status: Number(status), name, body: value })),
    ),
  );
  return { requests, responses };
};
