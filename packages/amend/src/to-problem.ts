import { ClientError, type Issue } from '@amend/client';
import { isRecord } from './fields.ts';
import { fieldsNamedBy } from './fields-named-by.ts';
import type { Outcome } from './outcome.ts';
import { isBlocking, type Plan } from './plan-result.ts';
import { type Problem, type ProblemEntry, type ProblemKind, statusOfKind, titles } from './problem.ts';

/** `documents.virtual[0]` as `#/documents/virtual/0`. */
const pointerOf = (field: string): string =>
  `#/${field.replaceAll(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`.replace(/\/$/, '');

const entry = (provider: string, field: string, detail: string): ProblemEntry => ({
  pointer: pointerOf(field),
  detail,
  provider,
});

const blockingIn = ({ provider, fields }: Plan): ProblemEntry[] =>
  fields.filter((told) => isBlocking(told)).map(({ field, message = '' }) => entry(provider, field, message));

/** A client names the provider's properties by pointers, and the plan tells which field each is. */
const issuesIn = (provider: string, issues: readonly Issue[], plan: Plan | undefined): ProblemEntry[] =>
  issues.map(({ path, message }) => {
    const [, property = '', ...rest] = path.startsWith('/') ? path.split('/') : ['', path];
    const field = plan?.fields.find((told) => told.property === property)?.field;
    const name = field ?? [property, ...rest].join('.');
    return entry(provider, name, `${name || 'the body'} ${message}.`);
  });

interface Found {
  readonly provider: string;
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly errors: readonly ProblemEntry[];
  readonly isUncertain: boolean;
  readonly retryAfter?: number | undefined;
}

const open = ' It is not known whether the change was made; read the user again.';

const ofError = (error: ClientError, plan?: Plan): Found => {
  const { provider, kind, message, isUncertain, issues, retryAfter } = error;
  const named = plan ? fieldsNamedBy(error, plan) : [];
  return {
    provider,
    kind,
    detail: message + (isUncertain ? open : ''),
    errors: [
      ...issuesIn(provider, issues, plan),
      ...named.map((field) => entry(provider, field, `${field} is named in the answer of ${provider}.`)),
    ],
    isUncertain,
    retryAfter,
  };
};

const ofPlan = (plan: Plan): Found => {
  const errors = blockingIn(plan);
  const { provider } = plan;
  return {
    provider,
    kind: 'blocked',
    detail: errors.map(({ detail }) => detail).join(' '),
    errors,
    isUncertain: false,
  };
};

/** What is wrong with one user's outcome; nothing if it is as it should be, or only others are in its way. */
const ofOutcome = ({ provider, outcome, plan, notTaken = [], error, why }: Outcome): Found[] => {
  if (error) return [ofError(error, plan)];
  if (outcome === 'not-taken') {
    const errors = notTaken.map((field) =>
      entry(provider, field, `${field} is not what was sent: ${provider} said yes and did not take it.`),
    );
    return [
      { provider, kind: 'not-taken', detail: errors.map(({ detail }) => detail).join(' '), errors, isUncertain: false },
    ];
  }
  if (why?.reason === 'blocked' && plan) return [ofPlan(plan)];
  if (why?.reason !== 'aborted') return [];
  return [{ provider, kind: 'aborted', detail: why.message, errors: [], isUncertain: false }];
};

const isOutcome = (value: unknown): value is Outcome => isRecord(value) && typeof value.outcome === 'string';
const areOutcomes = (value: unknown): value is readonly Outcome[] => Array.isArray(value) && value.every(isOutcome);
const isPlan = (value: unknown): value is Plan => isRecord(value) && Array.isArray(value.fields);

const unknown: Found = { provider: '', kind: 'internal', detail: 'The server failed.', errors: [], isUncertain: false };

const findIn = (cause: unknown): Found[] => {
  if (cause instanceof ClientError) return [ofError(cause)];
  if (areOutcomes(cause)) return cause.flatMap(ofOutcome);
  if (isOutcome(cause)) return ofOutcome(cause);
  if (isPlan(cause)) return cause.state === 'blocked' ? [ofPlan(cause)] : [];
  return [unknown];
};

/** What a route answers when something went wrong. */
export interface ToProblem {
  /**
   * For a plan, an outcome, or all outcomes of {@link updateAll}; nothing if nothing went wrong.
   *
   * @example
   * const problem = toProblem(outcomes);
   * if (problem) reply.code(problem.status).type('application/problem+json').send(problem);
   */
  (cause: Plan | Outcome | readonly Outcome[]): Problem | undefined;
  /** For an error: a client's, or any other, of which nothing is told. */
  (cause: unknown): Problem;
}

export const toProblem = ((cause: unknown): Problem | undefined => {
  const found = findIn(cause);
  // The gravest first: what a person can mend is told, if nothing is broken beside it.
  const [worst] = [...found].sort((one, other) => statusOfKind[other.kind] - statusOfKind[one.kind]);
  if (!worst) return undefined;
  const status = statusOfKind[worst.kind];
  const errors = found.flatMap((each) => each.errors);
  const waits = found.flatMap(({ retryAfter }) => (retryAfter === undefined ? [] : [Math.ceil(retryAfter / 1000)]));
  return {
    status,
    title: titles[status] ?? '',
    detail: found.map(({ detail }) => detail).join(' '),
    kind: worst.kind,
    isUncertain: found.some(({ isUncertain }) => isUncertain),
    ...(waits.length > 0 && { retryAfter: Math.max(...waits) }),
    ...(errors.length > 0 && { errors }),
    ...(areOutcomes(cause) && { providers: cause.map(({ provider, outcome }) => ({ provider, outcome })) }),
  };
}) as ToProblem;
