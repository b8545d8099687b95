import { isDeepStrictEqual } from 'node:util';
import type { Operation } from '@amend/compiler/read';
import { type Finding, pointer } from './change.ts';
import type { ContractRules } from './rules-of.ts';

type Retry = Operation['x-retry'];

/** In which a request may not be sent again: in none, with some properties, or always. */
const unsafeWith = (retry: Retry): readonly string[] | 'always' => {
  if (retry === 'never' || retry === undefined) return 'always';
  return typeof retry === 'string' ? [] : retry['idempotent-unless'];
};

const isCovered = (some: readonly string[] | 'always', all: readonly string[] | 'always'): boolean =>
  all === 'always' || (some !== 'always' && some.every((name) => all.includes(name)));

const compareRetry = (before: Retry, after: Retry): (keyof typeof retryWords)[] => {
  if (isDeepStrictEqual(before, after)) return [];
  const [was, is] = [unsafeWith(before), unsafeWith(after)];
  if (isCovered(is, was) && isCovered(was, is)) return ['retry-reworded'];
  return [
    ...(isCovered(is, was) ? [] : ['retried-less' as const]),
    ...(isCovered(was, is) ? [] : ['retried-more' as const]),
  ];
};

const retryWords = {
  'retry-reworded': 'says in another way when it is repeated',
  'retried-less': 'is no longer repeated in all cases in which it was',
  'retried-more': 'is repeated in cases in which it was not',
};

const compareNextCall = (id: string, before: string | undefined, after: string | undefined): Omit<Finding, 'at'>[] => {
  if (before === after) return [];
  if (before === undefined) return [{ decision: 'call-demanded', what: `${id} now asks for ${after} after it` }];
  if (after === undefined) return [{ decision: 'call-dropped', what: `${id} no longer asks for ${before} after it` }];
  return [{ decision: 'call-replaced', what: `${id} asks for ${after} after it, not ${before}` }];
};

const listed = (names: readonly string[]): string => names.join(', ') || 'none';

/** How operations that both versions have differ in what Redocly does not see or takes for a detail. */
export const compareOperations = (before: ContractRules, after: ContractRules): Finding[] =>
  after.operations.flatMap(({ id, at, pathParameters, successes, retry, nextCall }): Finding[] => {
    const base = before.operations.find((operation) => operation.id === id);
    if (!base) return [];
    const [was, is] = [before, after].map(({ tables }) => tables.find(({ operation }) => operation === id)?.update);
    return [
      ...(was && is && was !== is
        ? [
            {
              decision: is === 'replacement' ? 'now-replaces' : 'now-partial',
              what: `${id} was a ${was} update and is a ${is}`,
              at: pointer(...at, 'x-update'),
            } as const,
          ]
        : []),
      ...(listed(pathParameters) === listed(base.pathParameters)
        ? []
        : [
            {
              decision: 'path-parameters-changed',
              what: `${id} has the path parameters ${listed(pathParameters)}, and had ${listed(base.pathParameters)}`,
              at: pointer(...at.slice(0, -1)),
            } as const,
          ]),
      ...(successes.every((body) => base.successes.includes(body))
        ? []
        : [
            {
              decision: 'success-added',
              what: `${id} may be answered with another body than before`,
              at: pointer(...at, 'responses'),
            } as const,
          ]),
      ...compareNextCall(id, base.nextCall, nextCall).map((found) => ({ ...found, at: pointer(...at, 'x-after') })),
      ...compareRetry(base.retry, retry).map((decision) => ({
        decision,
        what: `${id} ${retryWords[decision]}`,
        at: pointer(...at, 'x-retry'),
      })),
    ];
  });
