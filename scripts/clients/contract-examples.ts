import { type JsonObject, readContract } from '@amend/compiler/read';

// What the contracts themselves show of a request, a success and a refusal.

interface Example {
  $ref?: string;
  value?: unknown;
}

interface Body {
  $ref?: string;
  content?: Record<string, { examples?: Record<string, Example> }>;
}

interface Operation {
  operationId?: string;
  requestBody?: Body;
  responses: Record<string, Body>;
}

const documents = new Map<string, JsonObject>();

const documentOf = (contract: string): JsonObject => {
  const document = documents.get(contract) ?? readContract(contract);
  documents.set(contract, document);
  return document;
};

const resolve = <Node extends { $ref?: string }>(contract: string, node: Node): Node => {
  if (!node.$ref) return node;
  const steps = node.$ref.split('/').slice(1);
  return steps.reduce<unknown>((at, step) => (at as JsonObject)[step], documentOf(contract)) as Node;
};

const operationsOf = (contract: string): (Operation & { operationId: string })[] => {
  const paths = documentOf(contract).paths as unknown as Record<string, Record<string, Operation>>;
  return Object.values(paths)
    .flatMap((path) => Object.values(path))
    .filter((member): member is Operation & { operationId: string } => member.operationId !== undefined);
};

export const operationIds = (contract: string): string[] =>
  operationsOf(contract).map(({ operationId }) => operationId);

const operationOf = (contract: string, id: string): Operation => {
  const operation = operationsOf(contract).find(({ operationId }) => operationId === id);
  if (!operation) throw new Error(`${contract} has no operation ${id}.`);
  return operation;
};

const examplesOf = (contract: string, body: Body): Map<string, unknown> => {
  const examples = resolve(contract, body).content?.['application/json']?.examples ?? {};
  return new Map(Object.entries(examples).map(([name, example]) => [name, resolve(contract, example).value]));
};

/** The body of a named example request. */
export const requestExample = (contract: string, id: string, name: string): unknown => {
  const { requestBody = {} } = operationOf(contract, id);
  const examples = examplesOf(contract, requestBody);
  if (!examples.has(name)) throw new Error(`${contract} ${id} has no example request ${name}.`);
  return examples.get(name);
};

const firstAnswer = (contract: string, id: string, isWanted: (status: number) => boolean): unknown => {
  const [, response = {}] =
    Object.entries(operationOf(contract, id).responses).find(([status]) => isWanted(Number(status))) ?? [];
  const [example] = examplesOf(contract, response).values();
  if (example === undefined) throw new Error(`${contract} ${id} shows no such answer.`);
  return example;
};

/** The body of the first success that the contract shows. */
export const successExample = (contract: string, id: string): unknown =>
  firstAnswer(contract, id, (status) => status < 300);

/** The body of the first refusal that the contract shows. */
export const refusalExample = (contract: string, id: string): unknown =>
  firstAnswer(contract, id, (status) => status >= 400);
