import { unknownIn } from '@amend/contract';
import { type BodyProperty, propertiesOf } from './body-properties.ts';
import { checkBody } from './check-body.ts';
import type { EncodeContext } from './codec.ts';
import { decideDocuments } from './decide-documents.ts';
import { decideFields } from './decide-fields.ts';
import { type Decision, note, type Situation } from './decision.ts';
import { isRecord, knownIn, own } from './fields.ts';
import { type FieldVerdict, isBlocking, type Note, type Plan, sealPlan, tell, type Verdict } from './plan-result.ts';
import type { PlanInput } from './read-input.ts';
import { readPatch, refuseOthers } from './read-patch.ts';
import { cannotBeRead, freezeDeep, noPlainData, type Plain, unreadable } from './read-plain.ts';
import { standingIn } from './status.ts';
import { isBlank, isOdd, oddSign } from './text.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** The user as the provider has it; nothing for a create. */
type Known = Readonly<Record<string, unknown>>;

/** What is wrong with all but the patch. An update needs to know whose data it is, and takes none of another user. */
const problemsIn = (
  { provider, rules, reader }: AnyUserOperation,
  input: PlanInput,
  { value: current, isWhole }: Plain,
  known: Known,
  id: unknown,
): FieldVerdict[] => {
  const problems: FieldVerdict[] = [];
  const refuse = (field: string, why: string, verdict: Verdict = 'invalid'): void => {
    problems.push(tell(field, verdict, why));
  };
  if (!isWhole) refuse('current', `${cannotBeRead}, as toUser makes it`);
  else if ((current ?? known) !== known) refuse('current', 'must be an object');
  for (const name of ['status', 'today', 'onLocked'] as const)
    if (input[name] === unreadable) refuse(name, 'cannot be read; pass text');
  if (!rules) return problems;
  if (id === unreadable) refuse('id', noPlainData);
  else if (typeof id !== 'string' || isBlank(id)) refuse('id', 'is needed; pass the identifier of the user', 'missing');
  else if (isOdd(id)) refuse('id', oddSign);
  else if ((own(known, 'id') ?? id) !== id) refuse('id', 'is not the one of current');
  if ((own(known, 'provider') ?? provider) !== provider)
    refuse('provider', `of current is not the one that this operation is for, ${provider}`);
  if ((own(known, 'kind') ?? reader.kind) !== reader.kind)
    refuse('kind', `of current is not the one that this operation is for, ${reader.kind}`);
  return problems;
};

/** The day that the caller says; else the one in UTC, told when a date is judged: to write it takes as long as to plan a field. */
const contextOf = ({ today }: PlanInput): EncodeContext =>
  typeof today === 'string'
    ? { today }
    : {
        get today() {
          return new Date().toISOString().slice(0, 10);
        },
      };

/** An identifier as the contract has it, which may be a number. */
const writtenId = ({ facts }: AnyUserOperation, property: string, id: unknown): unknown => {
  const isNumber = [own(facts.schemas, property)?.type].flat().includes('integer');
  return isNumber && /^(0|[1-9][0-9]{0,14})$/.test(String(id)) ? Number(id) : id;
};

const decide = (operation: AnyUserOperation, situation: Situation, of: BodyProperty, id: unknown): Decision => {
  const { row, untouched } = of;
  if ('fields' in row) {
    const isNamed = row.fields.some((field) => situation.changes.has(field));
    if (row.is === 'documents') return isNamed ? decideDocuments(situation, of, row) : untouched;
    // What nobody changes is a matter of replacements alone.
    return isNamed || situation.update === 'replacement' ? decideFields(situation, of, row) : untouched;
  }
  if (row.is === 'constant') return { ...untouched, wire: row.value };
  return row.is === 'id' ? { ...untouched, wire: writtenId(operation, of.property, id) } : untouched;
};

const overwrites =
  'is sent as it stands in current, and overwrites what has changed since; let send read it again, with reread';

const nothing: Known = {};
const none: Plain = { value: undefined, isWhole: true };

/** Makes a plan for any operation, of whatever the input is: nothing here throws on data. */
export const makePlan = (operation: AnyUserOperation, input: PlanInput, given: Plain): Plan => {
  const { provider, operationId, rules } = operation;
  // A create has nothing that could be unchanged.
  const current = rules ? given : none;
  // Of a user who is not wholly known, nothing is.
  const known = current.isWhole && isRecord(current.value) ? current.value : nothing;
  const id = input.id ?? own(known, 'id');
  const { all, parameters } = propertiesOf(operation);

  const problems = problemsIn(operation, input, current, known, id);
  const { changes, named, others } = readPatch(operation, input.patch, input.native);

  const stored = knownIn(known);
  const situation: Situation = {
    standing: current.isWhole
      ? standingIn(operation, input.status, known)
      : { status: unknownIn(operation.reader.verification) },
    context: contextOf(input),
    update: rules?.update,
    isRead: own(known, 'provider') === provider,
    stored,
    changes,
    named,
    values: new Map([...stored, ...changes]),
  };
  // Problems stand before the fields, and these in the order of the patch.
  const found = new Map([...problems.map((told) => [told.field, told] as const), ...named]);
  const decisions = all.map((one) => decide(operation, situation, one, id));
  const body: Record<string, unknown> = {};
  const notes: Note[] = decisions.flatMap((one) => one.notes);
  for (const { property, verdicts, wire } of decisions) {
    for (const told of verdicts) found.set(told.field, told);
    if (wire !== undefined) body[property] = freezeDeep(wire);
  }
  for (const told of refuseOthers(others, found)) found.set(told.field, told);
  if (rules && !rules.documented)
    notes.push({ kind: 'undocumented', message: `${provider} states no rules by status.` });

  // A create is held against the contract even if it is empty, so that it tells what is needed.
  const isEmpty = rules && Object.keys(body).length === 0;
  const flaws = isEmpty ? undefined : checkBody(operation, body, decisions, found);
  for (const told of flaws ?? []) found.set(told.field, told);
  const fields = [...found.values()] as FieldVerdict[];
  let isBlocked = flaws !== undefined;
  let sends = false;
  for (const told of fields)
    if (told.verdict === 'send') sends = true;
    else isBlocked ||= isBlocking(told, input.onLocked === 'skip');
  const state = isBlocked ? 'blocked' : sends ? 'ready' : 'empty';
  const plan = { provider, operation: operationId, state, fields, notes } as const;
  if (state !== 'ready') return sealPlan(plan, undefined);
  const completed = decisions.flatMap((one) => one.completed);
  if (completed.length > 0) notes.push(note('overwrites', completed, overwrites));
  if (rules?.after) {
    const message = `${provider} asks for ${rules.after} after every change; call it once this one is made.`;
    notes.push({ kind: 'effect', message });
  }
  const path: Record<string, string> = {};
  for (const name of parameters) path[name] = id as string;
  const request = parameters.length > 0 ? { path, body } : { body };
  return sealPlan(plan, { operation, request, input, id });
};
