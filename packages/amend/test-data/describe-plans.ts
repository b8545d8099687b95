import { expect, test } from 'vitest';
import { requestOf } from '../src/plan-result.ts';
import type { AnyUserOperation } from '../src/user-operation.ts';
import { make, verdicts } from './make.ts';

/** What becomes of a patch: the state of the plan, the verdict of every field, and the body if there is a request. */
export interface Want {
  readonly state: 'ready' | 'blocked' | 'empty';
  readonly fields: Readonly<Record<string, string>>;
  /** Without the user's identifier, which some providers take there. */
  readonly body?: object;
}

export const id = 'user_abc123';

/** One test for each row; what a row does not say is the user above, and a day in 2026. */
export const describePlans = (
  rows: readonly [name: string, operation: AnyUserOperation, input: object, want: Want][],
): void => {
  test.each(rows)('%s', (_, operation, input, want) => {
    const planned = make(operation, { id, today: '2026-11-22', ...input });
    expect({ state: planned.state, fields: verdicts(planned) }).toEqual({ state: want.state, fields: want.fields });
    const request = requestOf(planned);
    if (!request) return expect(want.body).toBeUndefined();
    const { path, body } = request;
    expect({ ...path, ...body }).toEqual({ ...want.body, ...(operation.rules && { user_id: id }) });
  });
};
