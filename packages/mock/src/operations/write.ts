import { statusOf, type Verification } from '@amend/contract';
import { type Fields, sameJson } from '../json.ts';
import { type Compare, judgeUpdate } from '../judge-update.ts';
import { type Problem, type Refusal, refuse } from '../problem.ts';
import type { Call, Handler, Rules } from '../provider.ts';
import { sentProblems } from '../sent-problems.ts';
import type { Answer } from '../service.ts';
import type { Clock, StoredUser } from '../store.ts';
import { userOf } from './read.ts';

/** What a write makes of a user. */
interface Written {
  readonly fields: Fields;
  readonly archived?: readonly Fields[];
}

/** What all writes of a provider have in common. */
export interface Writing {
  /** The envelope of a user in an answer; none by default. */
  readonly envelope?: (user: Fields) => unknown;
  /** Fields that no two users share. */
  readonly unique?: readonly string[];
  /** What the provider checks beyond the contract's schemas. */
  readonly check?: (body: Fields, clock: Clock) => readonly Problem[];
}

/** What another user has already, of all that is new to this one. */
const takenFields = (
  { unique = [] }: Writing,
  { users }: Call,
  { sent, user }: { readonly sent: Fields; readonly user?: StoredUser },
): readonly Problem[] =>
  unique
    .filter((name) => sent[name] != null && !sameJson(sent[name], user?.fields[name]))
    .filter((name) => users.isTaken(name, sent[name], user?.id))
    .map((name) => ({ field: `/${name}`, rule: 'taken', message: 'belongs to another user' }));

/** Keeps a user, unless the contract has no way to show what was sent, or what the mock made of it. */
const keep = (writing: Writing, call: Call, user: StoredUser): Answer | Refusal => {
  const shown = call.show(user);
  const body = writing.envelope ? writing.envelope(shown) : shown;
  const { success: status } = call.operation;
  const problems = call.unanswerable(body);
  if (problems.length > 0) {
    const sent = sentProblems(problems, { answer: body, body: call.body });
    // An answer that the mock itself made wrong goes on unchecked, and so ends as the mock's own failure.
    return sent ? refuse('rejected', ...sent) : { status, body };
  }
  const full = call.users.full(user);
  if (full) return refuse('full', full);
  call.users.put(user);
  return { status, body, isChecked: true };
};

/** Adds a user. */
export const createUser =
  (writing: Writing, idOf: (user: Fields) => string, create: (call: Call) => Fields): Handler =>
  (call) => {
    // All that can be refused is refused before a new id or time is made: a refused call leaves no trace.
    const problems = [
      ...(writing.check?.(call.body, call.clock) ?? []),
      ...takenFields(writing, call, { sent: call.body }),
    ];
    if (problems.length > 0) return refuse('rejected', ...problems);
    const full = call.users.full();
    if (full) return refuse('full', full);
    const fields = create(call);
    return keep(writing, call, { id: idOf(fields), fields, archived: [] });
  };

export interface Update extends Writing {
  /** The body as it would be stored, so that it can be compared with what is. */
  readonly prepare?: (body: Fields) => Fields;
  readonly verification?: Verification;
  /** The rules of this user's kind. */
  readonly rulesFor: (user: Fields) => Rules;
  readonly compare?: Compare;
  /** What the body says that is no change of a field, such as a second copy of the id. */
  readonly checkRoles?: (call: Call, user: StoredUser) => readonly Problem[];
  /** What the user is after the changes. */
  readonly apply: (user: StoredUser, changes: Fields, call: Call) => Written;
}

/** Changes a user, if the rules allow the whole of it in the user's own status; else nothing changes. */
export const updateUser =
  (update: Update): Handler =>
  (call) => {
    const user = userOf(call);
    if (!user) return refuse('not-found');
    const body = update.prepare ? update.prepare(call.body) : call.body;
    const judgement = judgeUpdate(update.rulesFor(user.fields), {
      status: statusOf(update.verification, update.verification && user.fields[update.verification.property]),
      body,
      stored: user.fields,
      ...(update.compare && { compare: update.compare }),
    });
    const problems = [
      ...(update.checkRoles?.(call, user) ?? []),
      ...judgement.problems.filter(({ rule }) => rule !== 'locked' || !call.rulesOff),
      ...(update.check?.(body, call.clock) ?? []),
    ];
    if (problems.length > 0) return refuse('rejected', ...problems);
    const changes = call.rulesOff ? body : judgement.changes;
    const taken = takenFields(update, call, { sent: changes, user });
    if (taken.length > 0) return refuse('rejected', ...taken);
    const { fields, archived = user.archived } = update.apply(user, changes, call);
    return keep(update, call, { ...user, fields, archived });
  };
