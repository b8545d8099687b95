import { isFields } from './json.ts';
import { find, operationsOf } from './schema.ts';

/** Every reference below a node, with where it stands. */
const referencesIn = (node: unknown, at: string): readonly (readonly [at: string, to: unknown])[] => {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([name, value]) =>
    referencesIn(value, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return '$ref' in node ? [[at, node.$ref], ...below] : below;
};

/** What would keep a contract from being served: all that Prism would stumble over at its first request. */
export const checkContract = (document: unknown): readonly string[] => {
  if (!isFields(document) || !/^3\./.test(String(document.openapi))) return ['it is no OpenAPI 3.'];
  const operations = operationsOf(document);
  const ids = operations.map(({ node }) => node.operationId);
  return [
    ...(operations.length === 0 ? ['it has no operation.'] : []),
    ...operations.flatMap(({ method, path, node }, index) => {
      const { operationId } = node;
      if (typeof operationId !== 'string') return [`${method} ${path} has no operationId.`];
      return ids.indexOf(operationId) < index ? [`it has two operations named ${operationId}.`] : [];
    }),
    ...referencesIn(document, '#').flatMap(([at, to]) =>
      find(document, to) === undefined ? [`${at} refers to ${to}, which is not in it.`] : [],
    ),
  ];
};
