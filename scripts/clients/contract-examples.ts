import { readModel } from '@amend/compiler/read';

// What the contracts themselves show of a request, a success and a refusal.

export const operationIds = (contract: string): string[] => readModel(contract).operations.map(({ id }) => id);

const operationOf = (contract: string, id: string) => {
  const operation = readModel(contract).operations.find((each) => each.id === id);
  if (!operation) throw new Error(`${contract} has no operation ${id}.`);
  return operation;
};

/** The body of a named example request. */
export const requestExample = (contract: string, id: string, name: string): unknown => {
  const { examples = {} } = operationOf(contract, id).body ?? {};
  if (!Object.hasOwn(examples, name)) throw new Error(`${contract} ${id} has no example request ${name}.`);
  return examples[name];
};

const firstAnswer = (contract: string, id: string, isWanted: (status: number) => boolean): unknown => {
  const [, shown = {}] =
    Object.entries(operationOf(contract, id).answers).find(([status]) => isWanted(Number(status))) ?? [];
  const [example] = Object.values(shown);
  if (example === undefined) throw new Error(`${contract} ${id} shows no such answer.`);
  return example;
};

/** The body of the first success that the contract shows. */
export const successExample = (contract: string, id: string): unknown =>
  firstAnswer(contract, id, (status) => status < 300);

/** The body of the first refusal that the contract shows. */
export const refusalExample = (contract: string, id: string): unknown =>
  firstAnswer(contract, id, (status) => status >= 400);
