import type { Named, UpdateRules, Verification } from '@amend/contract';
import type { Contract, Operation } from './contract.ts';
import type { Ids } from './ids.ts';
import type { Fields } from './json.ts';
import type { Problem, Refusal } from './problem.ts';
import type { Answer } from './service.ts';
import type { Clock, StoredUser, Users } from './store.ts';

/** The rules of an update, as far as they judge one. */
export type Rules = Pick<UpdateRules<Named>, 'update' | 'properties'>;

/** One request for an operation, after Prism found it valid. */
export interface Call {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Without what is no field of the user (`x-role`). */
  readonly body: Fields;
  /** What the body says beside the user's fields. */
  readonly roles: Fields;
  readonly users: Users;
  readonly ids: Ids;
  readonly clock: Clock;
  /** A user as the provider shows it: masked, and without what its contract does not have. */
  readonly show: (user: StoredUser) => Fields;
  /** Whether `Prefer: rules=off` lets a locked field change. */
  readonly rulesOff: boolean;
  /** What the contract would not let an answer show. */
  readonly unanswerable: (body: unknown) => readonly Problem[];
}

export type Handler = (call: Call) => Answer | Refusal;

/** What an error has to say. */
interface Said {
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** The example that words such a problem; there where the contract has examples of single problems. */
  readonly exampleFor?: (problem: Problem) => unknown;
}

/** What differs from provider to provider. */
export interface Provider {
  readonly name: string;
  readonly contracts: readonly Contract[];
  /** What its status words mean; none if it holds no status. */
  readonly verification?: Verification;
  readonly operations: Readonly<Record<string, Handler>>;
  /** The users in an answer, which may stand in an envelope or a list. */
  readonly usersIn: (answer: unknown) => readonly Fields[];
  readonly idOf: (user: Fields) => string;
  /** Which of its kinds of user this is, such as a business. */
  readonly kindOf: (user: Fields) => string;
  /** What is stored of a user whom an example of the contract shows. */
  readonly fromExample: (user: Fields) => Fields;
  /** A copy of a user under ids of its own. */
  readonly withNewIds: (user: Fields, ids: Ids) => Fields;
  /** A user as an answer shows it. */
  readonly read: (user: Fields) => Fields;
  /** The body of an error. */
  readonly errorBody: (said: Said) => unknown;
}
