import type { AnyAction, Row } from './action.ts';
import { type Draft, judge } from './draft.ts';
import { changesOf, isField, isGroup, isRecord, safeName, valueAt } from './fields.ts';
import { judgeBody } from './judge-body.ts';
import { planDocuments } from './plan-documents.ts';
import { planFields } from './plan-fields.ts';
import { completeNative, planNative } from './plan-native.ts';
import { Plan } from './plan-result.ts';
import type { PlanStatus } from './rules.ts';
import { toUser } from './to-user.ts';
import type { User } from './user.ts';

/** What a plan is given, as code without types may give it. */
export interface PlanInput {
  readonly id?: string | undefined;
  readonly status?: PlanStatus | undefined;
  readonly current?: User | undefined;
  readonly patch: unknown;
  readonly native?: unknown;
  readonly onLocked?: 'refuse' | 'skip' | undefined;
  readonly today?: string | undefined;
}

/** Two statements about the status that differ are no knowledge, and a word of the provider's is none either. */
const statusOf = ({ status, current }: PlanInput): PlanStatus => {
  const stated = [status, valueAt(current, 'verification')].filter((word) => word !== undefined);
  const [first = 'unknown'] = stated;
  return stated.every((word) => word === first) && (first === 'verified' || first === 'unverified') ? first : 'unknown';
};

const isRequiredRole = (action: AnyAction, property: string): boolean => {
  const rule = action.rules?.fields[property];
  return rule !== undefined && 'role' in rule && rule.required;
};

const planRow = (draft: Draft, property: string, row: Row, id: string | undefined): void => {
  if (row.is === 'fields') planFields(draft, property, row);
  else if (row.is === 'documents') planDocuments(draft, property, row);
  else if (row.is === 'constant') draft.body[property] = row.value;
  else if (row.is === 'identifier' && isRequiredRole(draft.action, property) && id !== undefined)
    draft.body[property] = id;
  else if (row.is === 'native') completeNative(draft, property, row);
};

const pathOf = ({ path }: AnyAction, id: string): Record<string, string> | undefined => {
  const names = path.match(/[^{}]+(?=\})/g);
  return names ? Object.fromEntries(names.map((name) => [name, id])) : undefined;
};

/** Whose data it is: an update needs to know, and what is known of another user must not reach this one. */
const judgeUser = (draft: Draft, id: unknown): void => {
  const { current, action } = draft;
  if (!action.rules) return;
  if (typeof id !== 'string' || id === '') judge(draft, 'id', 'missing', 'is needed; pass the identifier of the user');
  else if ((valueAt(current, 'id') ?? id) !== id) judge(draft, 'id', 'invalid', 'is not the one of current');
  if ((valueAt(current, 'kind') ?? action.reader.kind) !== action.reader.kind)
    judge(draft, 'kind', 'invalid', `of current is not the one that this action is for, ${action.reader.kind}`);
};

/** What no row has taken. */
const judgeLeftovers = (draft: Draft, others: readonly string[]): void => {
  for (const field of draft.changes.keys())
    judge(draft, field, 'unsupported', `has no place at ${draft.action.provider}; leave it out`);
  for (const [index, name] of others.entries()) {
    const shown = safeName(name, index);
    // Nothing takes the place of another verdict.
    const field = isField(name) || draft.verdicts.has(shown) ? `[${index}]` : shown;
    if (isField(name)) judge(draft, field, 'invalid', 'names a field that stands in the patch twice');
    else if (isGroup(name)) judge(draft, field, 'invalid', 'must be an object of its parts');
    else judge(draft, field, 'invalid', 'is no field of a user; leave it out');
  }
};

/** Makes a plan for any action, of whatever the input is: nothing here throws on data. */
export const makePlan = (action: AnyAction, input: PlanInput): Plan => {
  const { native } = input;
  // A create has nothing that could be unchanged.
  const current = action.rules ? input.current : undefined;
  const id = input.id ?? (valueAt(current, 'id') as string | undefined);
  const { fields: changes, others } = changesOf(isRecord(input.patch) ? input.patch : {});
  const draft: Draft = {
    action,
    status: statusOf(input),
    current,
    context: { today: input.today ?? new Date().toISOString().slice(0, 10) },
    replaces: action.rules?.update === 'replacement',
    changes,
    verdicts: new Map(),
    notes: [],
    body: {},
    writers: new Map(),
  };
  if (!isRecord(input.patch)) judge(draft, 'patch', 'invalid', 'must be an object');
  judgeUser(draft, id);
  if (native !== undefined) planNative(draft, native);
  for (const property of Object.keys(action.rows)) {
    const row = action.rows[property];
    if (row) planRow(draft, property, row, id);
  }
  judgeLeftovers(draft, others);
  if (action.rules && !action.rules.documented)
    draft.notes.push({ kind: 'undocumented', message: `${action.provider} states no rules by status.` });

  // A create is held against the contract even if it is empty, so that it tells what is needed.
  const fits = (draft.writers.size === 0 && action.rules !== undefined) || judgeBody(draft);
  const fields = [...draft.verdicts.values()];
  const skips = input.onLocked === 'skip';
  const isBlocked = fields.some(
    ({ verdict }) => verdict === 'invalid' || verdict === 'missing' || (verdict === 'locked' && !skips),
  );
  const isEmpty = !fields.some(({ verdict }) => verdict === 'send');
  const state = isBlocked || !fits ? 'blocked' : isEmpty ? 'empty' : 'ready';
  const path = id === undefined ? undefined : pathOf(action, id);
  return new Plan(
    { provider: action.provider, operation: action.operation, state, fields, notes: draft.notes },
    state === 'ready' ? { ...(path && { path }), body: draft.body } : undefined,
    (answer) => toUser(action, answer),
  );
};
