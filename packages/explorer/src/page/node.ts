/** A part of a contract, of which nothing is known. */
export interface Node {
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nodeAt = (node: Node, key: string): Node => {
  const child = Object.hasOwn(node, key) ? node[key] : undefined;
  return isNode(child) ? child : {};
};

export const textAt = (node: Node, key: string): string => (typeof node[key] === 'string' ? node[key] : '');

export const nodesIn = (list: unknown): readonly Node[] => [list].flat().filter(isNode);

/** A node without references; what stands beside one counts first. */
export const resolve = (document: Node, node: unknown, depth = 0): Node => {
  if (!isNode(node)) return {};
  const { $ref, ...beside } = node;
  if (typeof $ref !== 'string' || depth > 8) return node;
  const keys = $ref.split('/').slice(1);
  const found = keys.reduce((at, key) => nodeAt(at, key.replaceAll('~1', '/').replaceAll('~0', '~')), document);
  return { ...resolve(document, found, depth + 1), ...beside };
};
