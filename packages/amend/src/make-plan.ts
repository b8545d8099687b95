import type { AnyAction } from './action.ts';
import type { Values } from './codec.ts';
import { type Draft, judge, note } from './draft.ts';
import { isRecord, own } from './fields.ts';
import { judgeBody } from './judge-body.ts';
import { type Place, placesOf } from './place.ts';
import { planDocuments } from './plan-documents.ts';
import { planFields } from './plan-fields.ts';
import { type Plan, sealPlan } from './plan-result.ts';
import type { PlanInput } from './read-input.ts';
import { type Plain, unreadable } from './read-plain.ts';
import type { PlanStatus } from './rules.ts';
import { cannotBeRead, judgeOthers, noPlainData, storedIn, takeNative, takePatch } from './take-changes.ts';
import { isBlank, isOdd, oddSign } from './text.ts';

/** The user as the provider has it; nothing for a create. */
type Known = Readonly<Record<string, unknown>>;

/** Two statements about the status that differ are no knowledge, and a word of the provider's is none either. */
const statusOf = (status: unknown, known: Known): PlanStatus => {
  const stated = [status, own(known, 'verification')].filter((word) => word !== undefined);
  const [first = 'unknown'] = stated;
  return stated.every((word) => word === first) && (first === 'verified' || first === 'unverified') ? first : 'unknown';
};

/** Whose data it is: an update needs to know, and what is known of another user must not reach this one. */
const judgeUser = (draft: Draft, id: unknown, known: Known): void => {
  const { provider, rules, reader } = draft.action;
  if (!rules) return;
  if (id === unreadable) judge(draft, 'id', 'invalid', noPlainData);
  else if (typeof id !== 'string' || isBlank(id))
    judge(draft, 'id', 'missing', 'is needed; pass the identifier of the user');
  else if (isOdd(id)) judge(draft, 'id', 'invalid', oddSign);
  else if ((own(known, 'id') ?? id) !== id) judge(draft, 'id', 'invalid', 'is not the one of current');
  if ((own(known, 'provider') ?? provider) !== provider)
    judge(draft, 'provider', 'invalid', `of current is not the one that this action is for, ${provider}`);
  if ((own(known, 'kind') ?? reader.kind) !== reader.kind)
    judge(draft, 'kind', 'invalid', `of current is not the one that this action is for, ${reader.kind}`);
};

const day = { start: Number.NaN, name: '' };

/** The day in UTC, named once: to write a date takes as long as to plan a field. */
const today = (): string => {
  const start = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  if (start !== day.start) Object.assign(day, { start, name: new Date(start).toISOString().slice(0, 10) });
  return day.name;
};

const planPlace = (draft: Draft, place: Place, id: unknown): void => {
  const { row, property } = place;
  // What nobody changes is a matter of replacements alone.
  if ('fields' in row && !draft.replaces && !row.fields.some((field) => draft.changes.has(field))) return;
  if (row.is === 'fields') planFields(draft, place, row);
  else if (row.is === 'documents') planDocuments(draft, place, row);
  else if (row.is === 'constant') draft.body[property] = row.value;
  else if (row.is === 'id' && id !== undefined) draft.body[property] = id;
};

const nothing: Known = {};
const noValues: Values = new Map();

const overwrites =
  'is sent as it stands in current, and overwrites what has changed since; let send read it again, with reread';

const none: Plain = { value: undefined, isWhole: true };

/** Makes a plan for any action, of whatever the input is: nothing here throws on data. */
export const makePlan = (action: AnyAction, input: PlanInput, given: Plain): Plan => {
  const { provider, operation, rules } = action;
  // A create has nothing that could be unchanged.
  const { value: current, isWhole } = rules ? given : none;
  // Of a user who is not wholly known, nothing is.
  const known = isWhole && isRecord(current) ? current : nothing;
  const id = input.id ?? own(known, 'id');
  const places = placesOf(action);
  const stored: Values = known === nothing ? noValues : storedIn(known);
  const changes = new Map<string, unknown>();
  const draft: Draft = {
    action,
    status: isWhole ? statusOf(input.status, known) : 'unknown',
    context: { today: typeof input.today === 'string' ? input.today : today() },
    replaces: rules?.update === 'replacement',
    stored,
    changes,
    values: stored.size === 0 ? changes : new Map(stored),
    verdicts: new Map(),
    notes: [],
    completed: [],
    body: {},
    written: new Map(),
  };
  if (!isWhole) judge(draft, 'current', 'invalid', `${cannotBeRead}, as toUser makes it`);
  else if ((current ?? known) !== known) judge(draft, 'current', 'invalid', 'must be an object');
  for (const name of ['status', 'today', 'onLocked'] as const)
    if (input[name] === unreadable) judge(draft, name, 'invalid', 'cannot be read; pass text');
  judgeUser(draft, id, known);
  const others = takePatch(draft, input.patch);
  takeNative(draft, input.native);
  for (const place of places.all) planPlace(draft, place, id);
  judgeOthers(draft, others);
  if (rules && !rules.documented)
    draft.notes.push({ kind: 'undocumented', message: `${provider} states no rules by status.` });

  // A create is held against the contract even if it is empty, so that it tells what is needed.
  const fits = (rules && Object.keys(draft.body).length === 0) || judgeBody(draft);
  const fields = [...draft.verdicts.values()];
  let isBlocked = !fits;
  let sends = false;
  for (const { verdict } of fields) {
    if (verdict === 'send') sends = true;
    else if (verdict === 'locked') isBlocked ||= input.onLocked !== 'skip';
    else isBlocked ||= verdict === 'invalid' || verdict === 'missing';
  }
  const state = isBlocked ? 'blocked' : sends ? 'ready' : 'empty';
  if (draft.completed.length > 0 && state === 'ready') note(draft, 'overwrites', draft.completed, overwrites);
  if (rules?.after && state === 'ready')
    draft.notes.push({
      kind: 'effect',
      message: `${provider} asks for ${rules.after} after every change; call it once this one is made.`,
    });
  const plan = { provider, operation, state, fields, notes: draft.notes } as const;
  if (state !== 'ready') return sealPlan(plan, undefined);
  const path: Record<string, string> = {};
  for (const name of places.parameters) path[name] = id as string;
  const request = places.parameters.length > 0 ? { path, body: draft.body } : { body: draft.body };
  return sealPlan(plan, { action, request, input, id });
};
