import { closestErrors, type SchemaError, type Validate } from '@amend/contract';

/** One thing that is wrong, safe to show: it names the field and the rule, never the value. */
export interface Issue {
  /** JSON Pointer to the field; empty for the whole body. */
  readonly path: string;
  /** Continues a sentence that begins with the field. */
  readonly message: string;
}

/** A key may be data in the wrong place; only one that looks like a field's name is repeated. */
export const fieldName = (key: unknown): string =>
  typeof key === 'string' && /^[A-Za-z_][A-Za-z_]{0,39}[0-9]?$/.test(key) ? key : 'a field';

const safePath = (pointer: string): string =>
  pointer
    .split('/')
    .map((part) => (part === '' || /^[0-9]{1,4}$/.test(part) ? part : fieldName(part)))
    .join('/');

const messages: Record<string, (params: SchemaError['params']) => string> = {
  additionalProperties: ({ additionalProperty }) =>
    `must not have ${fieldName(additionalProperty)}: there is no such field`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as unknown[]).join(', ')}`,
  format: ({ format }) => `must have the format ${format}`,
  maxItems: ({ limit }) => `must have at most ${limit} elements`,
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  minItems: ({ limit }) => `must have at least ${limit} elements`,
  minLength: ({ limit }) => `must have at least ${limit} characters`,
  minProperties: ({ limit }) => `must have at least ${limit} field`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  pattern: ({ pattern }) => `must match ${pattern}`,
  readOnly: () => 'must be left out: the provider sets it',
  required: ({ missingProperty }) => `must have ${missingProperty}`,
  type: ({ type }) => `must be of type ${Array.isArray(type) ? type.join(' or ') : type}`,
};

/** The most issues that are listed of one request or answer. */
export const maxIssues = 100;

/** So many issues, and whether there are more. */
export const limitIssues = (issues: readonly Issue[]): readonly Issue[] =>
  issues.length <= maxIssues
    ? issues
    : [...issues.slice(0, maxIssues), { path: '', message: 'has more faults than are listed' }];

/** What is wrong, in words that go on from the field's name and hold no value. */
export const describeError = ({ keyword, params }: SchemaError): string =>
  messages[keyword]?.(params) ?? `breaks the rule ${keyword}`;

const toIssue = (error: SchemaError): Issue => ({ path: safePath(error.instancePath), message: describeError(error) });

/**
 * Checks a value against alternative schemas.
 *
 * @returns Nothing if it fits one of them; else what is wrong by the one that it comes closest to.
 */
export const findIssues = (alternatives: readonly Validate[], value: unknown): Issue[] | undefined =>
  // One more than are listed says that there are more.
  closestErrors(alternatives, value)
    ?.slice(0, maxIssues + 1)
    .map(toIssue);
