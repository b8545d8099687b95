import { describeError } from '@amend/client';
import type { SchemaError, Validate } from '@amend/contract';
import type { Problem } from './problem.ts';

/** These only say that something below them is wrong, which then stands in the list itself. */
const consequences = new Set(['anyOf', 'oneOf', 'if']);

/** A missing or surplus property is the field that is wrong, not the object around it. */
const fieldOf = ({ instancePath, keyword, params }: SchemaError): string =>
  keyword === 'required' ? `${instancePath}/${params.missingProperty}` : instancePath;

const messageOf = (error: SchemaError): string => (error.keyword === 'required' ? 'is required' : describeError(error));

const toProblem = (error: SchemaError): Problem => ({
  field: fieldOf(error),
  rule: error.keyword,
  message: messageOf(error),
});

/** A body with fields that an alternative does not have is meant for another, however wrong the values of its own are. */
const distanceOf = (errors: readonly SchemaError[]): number =>
  errors.reduce(
    (sum, { keyword, instancePath }) => sum + (keyword === 'additionalProperties' && instancePath === '' ? 1e6 : 1),
    0,
  );

/** What is wrong with a value by the alternative that it comes closest to; nothing if it fits one of them. */
export const problemsOf = (alternatives: readonly Validate[], value: unknown): readonly Problem[] => {
  let closest: readonly SchemaError[] | undefined;
  for (const validate of alternatives) {
    if (validate(value)) return [];
    const errors = (validate.errors ?? []).filter(({ keyword }) => !consequences.has(keyword));
    if (!closest || distanceOf(errors) < distanceOf(closest)) closest = errors;
  }
  return closest?.map(toProblem) ?? [];
};
