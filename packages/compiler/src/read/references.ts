import type { OpenApi } from './openapi.ts';

const pointer = /^#\/components\/([A-Za-z]+)\/([\w.-]+)$/;

/** The section and the name of a component, or nothing where the text refers to something else. */
export const parseReference = (reference: string): { section: string; name: string } | undefined => {
  const [, section, name] = pointer.exec(reference) ?? [];
  return section && name ? { section, name } : undefined;
};

/** The node itself, or the component that it stands for. `checkContract` has made sure that there is one. */
export const resolve = <Node extends { $ref?: string }>(document: OpenApi, node: Node): Node => {
  if (node.$ref === undefined) return node;
  const { section = '', name = '' } = parseReference(node.$ref) ?? {};
  const components = document.components as Record<string, Record<string, Node>>;
  return resolve(document, components[section]?.[name] as Node);
};
