import type { BodySchema, ContractOperation, ContractParameter, Named, RequestBody } from '@amend/contract';
import { type FoundOperation, requestSchema } from './contract-operations.ts';
import { bodyExamples, jsonOf, refusalsIn, valuesOf } from './examples.ts';
import { json, mediaOf } from './media.ts';
import { methods, type OpenApi, type Parameter, type Schema } from './openapi.ts';
import { kindOf } from './operation-kind.ts';
import type { LoadedContract } from './read-contract.ts';
import { parseReference, resolve } from './references.ts';
import { resolveSchema } from './resolve-schema.ts';
import { alternativesOf, operationRules } from './update-rules.ts';
import { holdsUser, wayToUsers } from './way-to-users.ts';

const parametersIn = (place: string, { document }: LoadedContract, { node, path }: FoundOperation) =>
  [...(document.paths[path]?.parameters ?? []), ...(node.parameters ?? [])]
    .map((parameter): Parameter => resolve(document, parameter))
    .filter((parameter) => parameter.in === place)
    .map(({ name, required = false, schema = {}, examples }): ContractParameter => {
      const { default: value } = resolveSchema(document, schema);
      return { name, required, ...(value !== undefined && { default: value }), examples: valuesOf(document, examples) };
    });

const retryOf = (retry: NonNullable<FoundOperation['node']['x-retry']>): ContractOperation['retry'] => {
  if (typeof retry === 'string') return retry;
  return 'idempotent-by' in retry
    ? { idempotentBy: retry['idempotent-by'] }
    : { idempotentUnless: retry['idempotent-unless'] };
};

/** Of the headers that a call needs: those of one value, and those that its caller gives. */
const headersFor = (contract: LoadedContract, { node, path, at }: FoundOperation) => {
  const { document, fail } = contract;
  const parameters = [...(document.paths[path]?.parameters ?? []), ...(node.parameters ?? [])]
    .map((parameter): Parameter => resolve(document, parameter))
    .filter((parameter) => parameter.in === 'header');
  const onlyValueOf = ({ schema = {} }: Parameter): unknown => {
    const { const: only, enum: words } = resolveSchema(document, schema);
    return Array.isArray(words) && words.length === 1 ? words[0] : only;
  };
  const retry = node['x-retry'];
  const key = typeof retry === 'object' && 'idempotent-by' in retry ? retry['idempotent-by'] : undefined;
  if (key !== undefined && !parameters.some(({ name }) => name === key))
    fail([...at, 'x-retry'], `${key} is no header that this operation takes.`);
  const fixed = parameters.flatMap((parameter) => {
    const value = onlyValueOf(parameter);
    return value === undefined ? [] : [[parameter.name, String(value)] as const];
  });
  const given = parameters.filter(
    (parameter) => parameter.required && parameter.name !== key && onlyValueOf(parameter) === undefined,
  );
  return {
    ...(fixed.length > 0 && { fixed: Object.fromEntries(fixed) }),
    ...(given.length > 0 && { given: given.map(({ name }) => name) }),
  };
};

const rolesOf = (document: OpenApi, schemas: readonly Schema[]): RequestBody['roles'] =>
  Object.fromEntries(
    schemas
      .flatMap((schema) => Object.entries(resolve(document, schema).properties ?? {}))
      .flatMap(([name, { 'x-role': role }]) => (role ? [[name, role]] : [])),
  );

const bodyOf = (contract: LoadedContract, operation: FoundOperation): RequestBody | undefined => {
  const { document } = contract;
  const { requestBody } = operation.node;
  const schema = requestSchema(contract, operation)?.schema;
  if (!requestBody || !schema) return undefined;
  const schemas = alternativesOf(schema);
  const rules = operationRules(contract, operation);
  const media = mediaOf(resolve(document, requestBody));
  return {
    ...(media !== undefined && media !== json && { media }),
    schemas: schemas.map((alternative, index): BodySchema => {
      const { name } = parseReference(alternative.$ref ?? '') ?? {};
      const found = rules[index];
      return {
        ...(name !== undefined && { name }),
        schema: resolveSchema(document, alternative),
        ...(found && { rules: found.rules }),
      };
    }),
    roles: rolesOf(document, schemas),
    examples: bodyExamples(document, requestBody),
  };
};

const successOf = (answers: ContractOperation['answers']): number =>
  [200, ...Object.keys(answers).map(Number)].find((status) => status in answers && status >= 200 && status < 300) ??
  200;

const emptyIn = (document: OpenApi, responses: FoundOperation['node']['responses']): number[] => {
  const successes = Object.entries(responses).filter(([status]) => /^2/.test(status));
  const empty = successes.filter(([, response]) => !jsonOf(document, response)?.schema);
  return empty.length < successes.length ? empty.map(([status]) => Number(status)) : [];
};

/** Whether a call at the path and one more parameter changes a user: users are made, and listed, at the path itself. */
const isCollection = ({ paths }: OpenApi, path: string): boolean =>
  Object.entries(paths).some(([other, item]) => {
    const [, before] = /^(.*?)\/?\{[^{}/]+\}\/?$/.exec(other) ?? [];
    return before === path.replace(/\/$/, '') && methods.some((method) => item[method]?.['x-update'] !== undefined);
  });

/** What the model has of an operation. */
export const modelOperation = (contract: LoadedContract, operation: FoundOperation): ContractOperation => {
  const { document, fail } = contract;
  const { node, method, path, at } = operation;
  const { operationId: id, 'x-update': update, 'x-after': after, 'x-sets': sets, 'x-settle': settle } = node;
  const retry = node['x-retry'] ?? fail(at, `${id} has no x-retry.`);
  const body = bodyOf(contract, operation);
  const answers = Object.fromEntries(
    Object.entries(node.responses).map(([status, response]): [string, Named] => [
      status,
      bodyExamples(document, response),
    ]),
  );
  const media = Object.entries(node.responses).flatMap(([status, response]): [string, string][] => {
    const found = mediaOf(resolve(document, response));
    return found === undefined || found === json ? [] : [[status, found]];
  });
  const success = successOf(answers);
  const answer = jsonOf(document, node.responses[success])?.schema;
  const way = wayToUsers(document, answer);
  if (!way && holdsUser(document, answer))
    fail(
      [...at, 'responses', String(success)],
      `${id} answers with a User where none can be found; let it stand in one place: at the top, or below names and lists.`,
    );
  const empty = emptyIn(document, node.responses);
  const tells = answer && resolve(document, answer)['x-verification']?.property;
  const told = {
    isCollection: isCollection(document, path),
    isEmpty: answer === undefined && String(success) in node.responses,
    id,
    method: method.toUpperCase() as ContractOperation['method'],
    path,
    ...(body && { body }),
    ...(update !== undefined && { update }),
    ...(sets && { sets }),
    ...(way && { way }),
  };
  const { isCollection: _, isEmpty: __, ...shown } = told;
  return {
    ...shown,
    kind: kindOf(told),
    retry: retryOf(retry),
    ...headersFor(contract, operation),
    pathParameters: parametersIn('path', contract, operation),
    query: parametersIn('query', contract, operation),
    ...(after !== undefined && { after }),
    ...(settle && { settle: settle.seconds }),
    answers,
    ...(media.length > 0 && { media: Object.fromEntries(media) }),
    success,
    ...(empty.length > 0 && { empty }),
    ...(tells !== undefined && !way && { tells }),
    refusals: Object.entries(node.responses).flatMap(([status, response]) => refusalsIn(document, status, response)),
  };
};
