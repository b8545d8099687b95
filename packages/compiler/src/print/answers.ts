import type { AnswerShape, AnswerTable, ContractModel } from '@amend/contract';
import { operationsOf } from '../read/contract-operations.ts';
import type { Body, Schema } from '../read/openapi.ts';
import type { LoadedContract, Path } from '../read/read-contract.ts';
import { resolve } from '../read/references.ts';
import { banner } from './banner.ts';
import { literal } from './literal.ts';

const pointerTo = (path: Path): string =>
  `#/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

/** What a status may be, where only `x-verification` says it: a word in none of its lists is a new one. */
const wordsOf = ({ 'x-verification': verification }: Schema, name: string): readonly string[] | undefined =>
  verification?.property === name
    ? [...verification.verified, ...verification.unverified, ...(verification.unknown ?? [])]
    : undefined;

const shapesIn = (schemas: readonly (Schema | undefined)[]): AnswerShape[] =>
  schemas.flatMap((schema) => (schema ? [shapeOf(schema)] : []));

const propertyOf = (schema: Schema, name: string, property: Schema): AnswerShape => {
  const words = wordsOf(schema, name);
  const shape = shapeOf(property);
  return words && !shape.$ref && !shape.enum ? { ...shape, enum: words } : shape;
};

const shapeOf = (schema: Schema): AnswerShape => {
  const { $ref, type, enum: words, required, properties, additionalProperties, items, anyOf, oneOf } = schema;
  if ($ref !== undefined) return { $ref };
  const alternatives = [...(anyOf ?? []), ...(oneOf ?? [])];
  const besides = shapesIn([schema.then, schema.else]);
  return {
    ...(type !== undefined && { type }),
    ...(words ? { enum: words } : 'const' in schema && { enum: [schema.const] }),
    ...(required && { required }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, propertyOf(schema, name, property)]),
      ),
    }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: shapeOf(additionalProperties) }),
    ...(additionalProperties === true && !properties && { additionalProperties }),
    ...(items && { items: shapeOf(items) }),
    ...(alternatives.length > 0 && { anyOf: shapesIn(alternatives) }),
    ...(besides.length > 0 && { besides }),
  };
};

const referencesIn = (shape: unknown): readonly string[] => {
  if (typeof shape !== 'object' || shape === null) return [];
  const { $ref } = shape as AnswerShape;
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(shape).flatMap(referencesIn)];
};

/** What a contract knows of answers. */
const answersOf = (contract: LoadedContract, { name, provider, servers }: ContractModel): AnswerTable => {
  const { document } = contract;
  const schemas: Record<string, AnswerShape> = {};

  const add = (place: string, schema: Schema | undefined): void => {
    if (schemas[place] || !schema) return;
    schemas[place] = shapeOf(schema);
    for (const reference of referencesIn(schemas[place])) add(reference, resolve(document, { $ref: reference }));
  };

  /** By media type, the place of a response's schema. */
  const contentOf = (response: Body, at: Path): Record<string, string> => {
    const base = response.$ref === undefined ? pointerTo(at) : response.$ref;
    const { content = {} } = resolve(document, response);
    return Object.fromEntries(
      Object.entries(content).map(([type, { schema }]) => {
        const inline = `${base}/content/${type.replaceAll('/', '~1')}/schema`;
        const place = schema?.$ref ?? inline;
        add(place, schema?.$ref === undefined ? schema : resolve(document, schema));
        return [type, place];
      }),
    );
  };

  const operations = operationsOf(contract).map(({ node, method, path, at }) => {
    const answers = Object.entries(node.responses).map(([status, response]) => [
      status,
      contentOf(response, [...at, 'responses', status]),
    ]);
    const known = { method: method.toUpperCase(), path, answers: Object.fromEntries(answers) };
    return [node.operationId, known] as const;
  });
  return { contract: name, provider, servers, operations: Object.fromEntries(operations), schemas } as AnswerTable;
};

/** The text of `answers.ts`: what the contract knows of answers, for who wants to hear of what it does not. */
export const renderAnswers = (contract: LoadedContract, model: ContractModel): string =>
  `${banner(contract)}import type { AnswerTable } from '@amend/contract';

export type { AnswerTable };

export const answers: AnswerTable = ${literal(answersOf(contract, model))};
`;
