import { contents } from './node-kinds.ts';
import type { OpenApi, Schema } from './openapi.ts';
import { parseReference } from './references.ts';

/** The components that a schema refers to. */
const referencesIn = (schema: unknown): string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { $ref, ...keywords } = schema as Schema;
  const { name } = parseReference($ref ?? '') ?? {};
  const below = Object.entries(keywords).flatMap(([key, value]) => {
    const content = contents.Schema[key];
    if (content === undefined || content === 'data') return [];
    return content === 'Schema' ? [value] : Object.values(value as object);
  });
  return [...(name === undefined ? [] : [name]), ...below.flatMap(referencesIn)];
};

/** Tarjan's: the components that lead to one another, each with the number of its circle. */
const find = (schemas: Readonly<Record<string, Schema>>): Map<Schema, number> => {
  const circles = new Map<Schema, number>();
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): void => {
    order.set(name, order.size);
    lowest.set(name, order.get(name) ?? 0);
    open.push(name);
    for (const other of new Set(referencesIn(schemas[name]))) {
      if (!order.has(other)) visit(other);
      if (open.includes(other)) lowest.set(name, Math.min(lowest.get(name) ?? 0, lowest.get(other) ?? 0));
    }
    if (lowest.get(name) !== order.get(name)) return;
    for (const member of open.splice(open.indexOf(name))) {
      const schema = schemas[member];
      if (schema) circles.set(schema, order.get(name) ?? 0);
    }
  };
  for (const name of Object.keys(schemas)) if (!order.has(name)) visit(name);
  return circles;
};

const known = new WeakMap<OpenApi, Map<Schema, number>>();

/** The number of the circle of components that a component is in: those that lead to it and that it leads to. */
export const circleOf = (document: OpenApi, schema: Schema): number | undefined => {
  const circles = known.get(document) ?? find(document.components?.schemas ?? {});
  known.set(document, circles);
  return circles.get(schema);
};

/** What writes out each reference takes as many steps as there are orders of a circle's members: beyond these, seconds. */
const largestCircle = 3;

const isReference = (node: object): node is { $ref: string } => '$ref' in node && typeof node.$ref === 'string';

/** The document for whatever writes out each reference: within a large circle, the schemas take anything of one another. */
export const cutCircles = (document: OpenApi): OpenApi => {
  const schemas = document.components?.schemas ?? {};
  const circles = Object.values(schemas).map((schema) => circleOf(document, schema));
  const isLarge = (circle: number | undefined) => circles.filter((each) => each === circle).length > largestCircle;
  const cut = (node: unknown, circle: number | undefined): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map((each) => cut(each, circle));
    const target = isReference(node) ? schemas[parseReference(node.$ref)?.name ?? ''] : undefined;
    if (target && circleOf(document, target) === circle) return {};
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, cut(value, circle)]));
  };
  const written = Object.entries(schemas).map(([name, schema]) => {
    const circle = circleOf(document, schema);
    return [name, isLarge(circle) ? cut(schema, circle) : schema] as const;
  });
  return {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(written) as Record<string, Schema> },
  };
};
