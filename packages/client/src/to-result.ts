import type { ClientDefinition } from './client-definition.ts';
import { ClientError, type ErrorFacts, kindOfStatus } from './client-error.ts';
import { findIssues } from './issues.ts';
import type { Result } from './result.ts';
import type { Sent } from './send.ts';

/** Signatures that hold the time are refused when it is further off than this, or soon after. */
const maxClockSkew = 60_000;

/** What the answer means: data that the contract knows, or a failure. */
export const toResult = <Operations>(
  { provider, operations, validators, signsTime }: ClientDefinition<Operations>,
  id: keyof Operations,
  { outcome, attempts, isOpen }: Sent,
  validates: boolean,
): Result<unknown> => {
  const changes = operations[id].retry !== 'safe';
  const requestId = outcome.is === 'answer' ? outcome.requestId : undefined;
  const fail = (facts: Pick<ErrorFacts, 'kind'> & Partial<ErrorFacts>, body?: unknown): Result<never> => {
    const isUncertain = changes && (isOpen || (attempts > 0 && facts.kind === 'malformed'));
    const error = new ClientError(
      { provider, operation: String(id), attempts, requestId, isUncertain, ...facts },
      body,
    );
    return { ok: false, error, status: facts.status, attempts, requestId };
  };
  if (outcome.is === 'no-answer') return fail({ kind: outcome.kind, reason: outcome.code });
  const { status, body, flaw, location, retryAfter, clockSkew } = outcome;
  const succeed = (data: unknown): Result<unknown> => ({
    ok: true,
    data,
    status,
    attempts,
    requestId,
    ...(location !== undefined && { location }),
  });
  if (status < 200 || status > 299) {
    const kind = kindOfStatus(status);
    const isClock = kind === 'unauthorized' && signsTime && clockSkew > maxClockSkew;
    const reason = isClock ? 'clock' : flaw === 'redirect' ? flaw : undefined;
    return fail({ kind, status, reason, retryAfter }, body);
  }
  const hasBody = validators[id].response.length > 0 && !operations[id].empty?.includes(status);
  if (!hasBody && flaw === 'no body') return succeed(undefined);
  if (flaw) return fail({ kind: 'malformed', status, reason: flaw }, body);
  const issues = validates ? findIssues(validators[id].response, body) : undefined;
  if (!issues) return succeed(body);
  // A provider may refuse under a 2xx status, in the shape of its errors. A schema that takes anything shows nothing.
  const isError = validators[id].error.some((fits) => !fits({}) && fits(body));
  return fail({ kind: isError ? 'rejected' : 'malformed', status, issues: isError ? [] : issues }, body);
};
