import type { SchemaError, Validate } from './validate.ts';

/** These only say that something below them is wrong, which then stands in the list itself. */
const consequences = new Set(['anyOf', 'oneOf', 'if']);

/** A value with fields that an alternative does not have is meant for another, however wrong the values of its own are. */
const distanceOf = (errors: readonly SchemaError[]): number =>
  errors.reduce(
    (sum, { keyword, instancePath }) => sum + (keyword === 'additionalProperties' && instancePath === '' ? 1e6 : 1),
    0,
  );

/** What is wrong with a value by the alternative that it comes closest to; nothing if it fits one, or there is none. */
export const closestErrors = (
  alternatives: readonly Validate[],
  value: unknown,
): readonly SchemaError[] | undefined => {
  let closest: readonly SchemaError[] | undefined;
  for (const validate of alternatives) {
    if (validate(value)) return undefined;
    const errors = (validate.errors ?? []).filter(({ keyword }) => !consequences.has(keyword));
    if (!closest || distanceOf(errors) < distanceOf(closest)) closest = errors;
  }
  return closest;
};
