/** A node of a document, a list included. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What two documents have at one place; one of them may have nothing there. */
export interface Pair {
  readonly path: readonly string[];
  readonly was: Node | undefined;
  readonly is: Node | undefined;
  /** Whether its keys are names that somebody chose. */
  readonly isMap: boolean;
  /** The pair that holds it. */
  readonly above?: Pair;
}

const maps: ReadonlySet<string> = new Set(['properties', 'schemas', 'parameters', 'responses', 'paths']);

/** Every key of either. */
export const keysOf = ({ was = {}, is = {} }: Pair): string[] => [
  ...new Set([...Object.keys(was), ...Object.keys(is)]),
];

/** The nodes of two documents, place by place; nothing below a node that only one has, our own keys and samples. */
export const pairNodes = (pair: Pair): Pair[] => {
  const { path, was, is, isMap } = pair;
  if (!was || !is) return [pair];
  const below = keysOf(pair).flatMap((key): Pair[] => {
    if (!isMap && (key.startsWith('x-') || key === 'examples')) return [];
    const nodes = { was: isNode(was[key]) ? was[key] : undefined, is: isNode(is[key]) ? is[key] : undefined };
    if (!nodes.was && !nodes.is) return [];
    return pairNodes({ path: [...path, key], ...nodes, isMap: !isMap && maps.has(key), above: pair });
  });
  return [pair, ...below];
};

/** Two documents as the first pair. */
export const pairOf = (was: unknown, is: unknown): Pair => ({
  path: [],
  was: isNode(was) ? was : undefined,
  is: isNode(is) ? is : undefined,
  isMap: false,
});
