import type { ResolvedSchema } from '@amend/contract';
import { circleOf } from './circles.ts';
import { contents } from './node-kinds.ts';
import type { OpenApi, Schema } from './openapi.ts';
import { resolve } from './references.ts';

/** What our keys say of a value. What the others say has a place of its own in the model. */
const ours: Readonly<Record<string, string>> = {
  'x-update': 'update',
  'x-stored-as': 'storedAs',
  'x-unique': 'unique',
  'x-minimum-age': 'minimumAge',
};

/** What only describes. */
const isLeftOut = (key: string): boolean =>
  ['$ref', 'title', 'description', 'example', 'examples', 'discriminator'].includes(key) ||
  (key.startsWith('x-') && !Object.hasOwn(ours, key));

/** Of schemas that lead to one another, so many are written out within each other: all would be as many as their orders. */
const mostOfOneCircle = 2;

const isDeepInCircle = (document: OpenApi, target: Schema, around: readonly Schema[]): boolean => {
  if (around.length < mostOfOneCircle) return false;
  const circle = circleOf(document, target);
  return circle !== undefined && around.filter((each) => circleOf(document, each) === circle).length >= mostOfOneCircle;
};

/**
 * A schema with each reference in it written out; one that leads back to what it stands in takes anything, and so does the
 * third of a circle.
 */
export const resolveSchema = (document: OpenApi, schema: Schema, around: readonly Schema[] = []): ResolvedSchema => {
  const target = resolve(document, schema);
  if (around.includes(target) || isDeepInCircle(document, target, around)) return {};
  const inside = (value: unknown): unknown => {
    if (typeof value === 'boolean') return value;
    return resolveSchema(document, value as Schema, [...around, target]);
  };
  const written = (key: string, value: unknown): unknown => {
    const content = contents.Schema[key];
    if (content === 'Schema') return inside(value);
    if (content === 'Schema[]') return (value as unknown[]).map(inside);
    if (content !== 'Schema{}') return value;
    return Object.fromEntries(Object.entries(value as object).map(([name, property]) => [name, inside(property)]));
  };
  return Object.fromEntries(
    Object.entries({ ...target, ...schema })
      .filter(([key]) => !isLeftOut(key))
      .map(([key, value]) => [ours[key] ?? key, written(key, value)]),
  );
};
