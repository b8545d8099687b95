import { readModel } from '@amend/compiler/read';

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
export const readExamples = (contract: { readonly name: string }) => {
  const { operations } = readModel(contract.name);
  const requests = operations.flatMap(({ id: operation, body, query }): RequestExample[] => {
    if (body) return Object.entries(body.examples).map(([name, value]) => ({ operation, name, body: value }));
    const queries = query.flatMap(({ name: parameter, examples }) =>
      Object.entries(examples).map(([name, value]) => ({ operation, name, query: { [parameter]: String(value) } })),
    );
    return [{ operation }, ...queries];
  });
  const responses = operations.flatMap(({ id: operation, answers }) =>
    Object.entries(answers).flatMap(([status, examples]) =>
      Object.entries(examples).map(
        ([name, body]): ResponseExample => ({ operation, status: Number(status), name, body }),
      ),
    ),
  );
  return { requests, responses };
};
