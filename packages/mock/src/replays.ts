import type { Operation } from './contract.ts';
import { sameJson } from './json.ts';
import { type Refusal, refuse } from './problem.ts';
import type { Answer, Input } from './service.ts';

/** The most keys that are remembered; the oldest are forgotten first. */
const mostKeys = 1_000;

/** What was answered under each key, by operation; what is repeated is answered so again, and not done twice. */
export const createReplays = () => {
  const known = new Map<string, { readonly body: unknown; readonly answer: Answer }>();
  return {
    clear: () => known.clear(),
    once: (
      { id, retry }: Operation,
      { headers, params, body }: Pick<Input, 'headers' | 'params' | 'body'>,
      act: () => Answer | Refusal,
    ): Answer | Refusal => {
      const by =
        typeof retry === 'object' && 'idempotentBy' in retry ? headers[retry.idempotentBy.toLowerCase()] : undefined;
      if (by === undefined) return act();
      const key = JSON.stringify([id, params, by]);
      const before = known.get(key);
      if (before)
        return sameJson(before.body, body)
          ? before.answer
          : refuse('rejected', {
              field: '',
              rule: 'idempotency',
              message: 'is another than the one that was sent with the same key',
            });
      const answer = act();
      if ('refusal' in answer) return answer;
      known.set(key, { body, answer });
      for (const oldest of known.size > mostKeys ? known.keys() : []) {
        known.delete(oldest);
        break;
      }
      return answer;
    },
  };
};
