import { describeError } from '@amend/client';
import { closestErrors, type SchemaError, type Validate } from '@amend/contract';
import type { Problem } from './problem.ts';

/** A missing or surplus property is the field that is wrong, not the object around it. */
const fieldOf = ({ instancePath, keyword, params }: SchemaError): string =>
  keyword === 'required' ? `${instancePath}/${params.missingProperty}` : instancePath;

const messageOf = (error: SchemaError): string => (error.keyword === 'required' ? 'is required' : describeError(error));

const toProblem = (error: SchemaError): Problem => ({
  field: fieldOf(error),
  rule: error.keyword,
  message: messageOf(error),
});

/** What is wrong with a value by the alternative that it comes closest to; nothing if it fits one of them. */
export const problemsOf = (alternatives: readonly Validate[], value: unknown): readonly Problem[] =>
  closestErrors(alternatives, value)?.map(toProblem) ?? [];
