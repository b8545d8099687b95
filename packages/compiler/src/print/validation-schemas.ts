import { type FoundSchema, operationsOf, requestSchema, responseSchemas } from '../read/contract-operations.ts';
import { keywords } from '../read/node-kinds.ts';
import type { LoadedContract } from '../read/read-contract.ts';
import { type Checked, createConverter, type Mode } from './convert-schema.ts';

/** The schemas that a body may fit; none where there is no body. */
export interface OperationSchemas {
  operationId: string;
  request: Checked[];
  response: Checked[];
  error: Checked[];
}

/** What the validators of one contract check. */
export interface ValidationSchemas {
  /** The components in use, by mode and name. */
  definitions: Readonly<Record<Mode, Readonly<Record<string, Checked>>>>;
  operations: OperationSchemas[];
}

const isAnnotation = (key: string): boolean => key.startsWith('x-') || keywords[key] === 'annotation';

/** `anyOf` alone says that there are alternatives; each gets a validator, which tells its errors apart. */
const alternatives = ({ schema, at }: FoundSchema): FoundSchema[] => {
  const { anyOf, ...siblings } = schema;
  return anyOf && Object.keys(siblings).every(isAnnotation)
    ? anyOf.flatMap((branch, index) => alternatives({ schema: branch, at: [...at, 'anyOf', index] }))
    : [{ schema, at }];
};

export const validationSchemas = (contract: LoadedContract): ValidationSchemas => {
  const { definitions, convert } = createConverter(contract);
  const convertAll = (found: FoundSchema[], mode: Mode): Checked[] =>
    found.flatMap(alternatives).map(({ schema, at }) => convert(schema, mode, at));
  const operations = operationsOf(contract).map((operation) => {
    const request = requestSchema(contract, operation);
    return {
      operationId: operation.node.operationId,
      request: convertAll(request ? [request] : [], 'request'),
      response: convertAll(responseSchemas(contract, operation, 'success'), 'response'),
      error: convertAll(responseSchemas(contract, operation, 'error'), 'response'),
    };
  });
  return { definitions, operations };
};
