import { judgedStatusOf, type Verification } from '@amend/contract';
import { type Fields, sameJson } from '../json.ts';
import { type Compare, judgeUpdate, type Merge } from '../judge-update.ts';
import { type Problem, type Refusal, refuse } from '../problem.ts';
import type { Call, Handler, Rules } from '../provider.ts';
import { sentProblems } from '../sent-problems.ts';
import type { Answer } from '../service.ts';
import type { StoredUser } from '../store.ts';
import { userOf } from './read.ts';

/** What a write makes of a user. */
export interface Written {
  readonly fields: Fields;
  readonly archived: readonly Fields[];
}

/** What all writes of a provider have in common. */
export interface Writing {
  /** The envelope of a user in an answer. */
  readonly envelope: (user: Fields) => unknown;
  /** Properties that no two users share. */
  readonly unique: readonly string[];
}

/** A body with its values as they would be kept, and what the provider has against it beyond the contract's schemas. */
interface Read {
  readonly body: Fields;
  readonly flaws: readonly Problem[];
}

/** What another user has already, of all that is new to this one. */
const takenFields = (
  { unique }: Writing,
  { users }: Call,
  { sent, user }: { readonly sent: Fields; readonly user?: StoredUser },
): readonly Problem[] =>
  unique
    .filter((name) => sent[name] != null && !sameJson(sent[name], user?.fields[name]))
    .filter((name) => users.isTaken(name, sent[name], user?.id))
    .map((name) => ({ field: `/${name}`, rule: 'taken', message: 'belongs to another user' }));

/** Keeps a user, unless the contract has no way to show what was sent, or what the mock made of it. */
const keep = (writing: Writing, call: Call, user: StoredUser): Answer | Refusal => {
  const body = writing.envelope(call.show(user));
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

export interface Creation extends Writing {
  readonly read: (call: Call) => Read;
  readonly create: (call: Call) => Fields;
  readonly idOf: (user: Fields) => string;
}

/** Where a user is that was made at the path of a call. */
const pathOf = ({ operation: { path }, params }: Call, id: string): string => {
  const at = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return `${at.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
};

/** Adds a user. */
export const createUser =
  ({ read, create, idOf, ...writing }: Creation): Handler =>
  (call) => {
    // All that can be refused is refused before a new id or time is made: a refused call leaves no trace.
    const { body, flaws } = read(call);
    const problems = [...flaws, ...takenFields(writing, call, { sent: body })];
    if (problems.length > 0) return refuse('rejected', ...problems);
    const full = call.users.full();
    if (full) return refuse('full', full);
    const fields = create(call);
    const id = idOf(fields);
    const kept = keep(writing, call, { id, fields, archived: [] });
    return 'refusal' in kept || kept.body !== undefined ? kept : { ...kept, madeAt: pathOf(call, id) };
  };

/** An update, read for one user. */
export interface Reading extends Read {
  /** The rules of this user's kind. */
  readonly rules: Rules;
  readonly compare: Compare;
  readonly merge: Merge;
  /** What the body says that is no change of a field, such as a second copy of the id. */
  readonly misnamed: readonly Problem[];
}

export interface Update extends Writing {
  readonly verification?: Verification;
  readonly read: (call: Call, user: StoredUser) => Reading;
  /** What the user is after the changes. */
  readonly apply: (user: StoredUser, changes: Fields, call: Call) => Written;
}

/** Changes a user, if the rules allow the whole of it in the user's own status; else nothing changes. */
export const updateUser =
  ({ verification, read, apply, ...writing }: Update): Handler =>
  (call) => {
    const user = userOf(call);
    if (!user) return refuse('not-found');
    const { rules, body, compare, merge, misnamed, flaws } = read(call, user);
    const word = verification && user.fields[verification.property];
    const standing = { status: judgedStatusOf(verification, word), ...(typeof word === 'string' && { word }) };
    const judgement = judgeUpdate(rules, { ...standing, body, stored: user.fields, compare, merge });
    const problems = [
      ...misnamed,
      ...judgement.problems.filter(({ rule }) => rule !== 'locked' || !call.rulesOff),
      ...flaws,
    ];
    if (problems.length > 0) return refuse('rejected', ...problems);
    const changes = call.rulesOff ? body : judgement.changes;
    const taken = takenFields(writing, call, { sent: changes, user });
    if (taken.length > 0) return refuse('rejected', ...taken);
    return keep(writing, call, { ...user, ...apply(user, changes, call) });
  };
