/** One thing that is wrong with a request. It names the field and the rule, and never holds a value. */
export interface Problem {
  /** JSON Pointer into the body, empty for the whole of it; a parameter, such as `query.limit`; or `The mock`. */
  readonly field: string;
  /** What was broken: a schema keyword, or `locked`, `taken` and the like. */
  readonly rule: string;
  /** Goes on from the field's name. */
  readonly message: string;
}

/**
 * Why an operation did not do what it was asked.
 *
 * - `invalid`: the request breaks the contract.
 * - `rejected`: it fits the contract, and the provider's rules forbid it.
 * - `full`: the mock's own memory has its limits.
 */
export type RefusalKind =
  | 'invalid'
  | 'rejected'
  | 'unauthorized'
  | 'expired'
  | 'not-found'
  | 'too-large'
  | 'wrong-media-type'
  | 'rate-limited'
  | 'full'
  | 'failed';

export interface Refusal {
  readonly refusal: RefusalKind;
  readonly problems: readonly Problem[];
}

export const refuse = (refusal: RefusalKind, ...problems: readonly Problem[]): Refusal => ({ refusal, problems });

/** `/address/zip` as a caller would say it: `address.zip`; and `query.limit`: `limit`. */
const spoken = (field: string): string =>
  field.startsWith('/') ? field.slice(1).replaceAll('/', '.') : field.replace(/^[a-z]+\./, '') || 'The body';

/** All that is wrong, a sentence each; only the first few, because a list may have thousands of wrong elements. */
export const describeProblems = (problems: readonly Problem[]): string => {
  const sentences = problems.slice(0, 10).map(({ field, message }) => `${spoken(field)} ${message}.`);
  const left = problems.length - sentences.length;
  // Beyond a hundred nobody has counted them.
  return [...sentences, ...(left > 0 ? [`And ${left < 100 ? left : 'many'} more.`] : [])].join(' ');
};
