import type { Operation, Retry } from './operation.ts';
import type { RoleRule, UpdateRules } from './rules.ts';
import type { Security } from './security.ts';
import type { Verification } from './verification.ts';
import type { Webhook } from './webhook.ts';

// One reading of a contract, as plain JSON: the compiler makes it, and whoever needs more of a contract than its
// generated code takes it from here.

/** Values by name. */
export interface Named<Value = unknown> {
  readonly [name: string]: Value;
}

/**
 * A schema with each reference written out; what stands beside a reference counts first. A schema within itself takes
 * anything there. What only describes is left out.
 */
export interface ResolvedSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** What becomes of the members that an object leaves out (`x-update`): they stay, or are lost. */
  readonly update?: 'partial' | 'replacement';
  /** What is kept of a value that is sent, where it is not the value itself (`x-stored-as`). */
  readonly storedAs?: 'text' | 'upper-case' | { readonly property: string };
  /** No two users have the same (`x-unique`). */
  readonly unique?: true;
  /** A birth date: how many years ago it has to be (`x-minimum-age`). */
  readonly minimumAge?: number;
  readonly required?: readonly string[];
  readonly properties?: Named<ResolvedSchema>;
  readonly items?: ResolvedSchema;
  readonly [keyword: string]: unknown;
}

/** A parameter of a path or of a query. */
export interface ContractParameter {
  readonly name: string;
  readonly required: boolean;
  /** What it is when it is left out; nothing if the contract does not say. */
  readonly default?: unknown;
  readonly examples: Named;
}

/** One of the schemas that a body may fit. */
export interface BodySchema {
  /** Of the component that it is; nothing if it is written out. */
  readonly name?: string;
  readonly schema: ResolvedSchema;
  /** When each of its properties may be sent; nothing if the operation is no update. */
  readonly rules?: UpdateRules<Named>;
}

export interface RequestBody {
  /** Where it is not `application/json`. */
  readonly media?: string;
  /** Several are alternatives. */
  readonly schemas: readonly BodySchema[];
  /** The properties that are no field of the user. */
  readonly roles: Named<RoleRule['role']>;
  readonly examples: Named;
}

/**
 * What an operation does with a user:
 *
 * - `update`: it has an `x-update`;
 * - `set`: it has an `x-sets`;
 * - `delete`: a DELETE that names a user;
 * - `read`: it names a user, and its answer holds a `User`;
 * - `create`: its answer holds a `User`, and it is called `create...`, or is a POST with a body whose answer holds no list;
 *   or it is a POST with a body that is answered with none, where users stand;
 * - `list`: its answer holds a list of `User`;
 * - `other`: none of these.
 *
 * A user is named by the last parameter of the path, unless an `x-update` at one more parameter shows that users stand at
 * the path itself, or by a property of the body whose `x-role` is `identifier`.
 */
export type OperationKind = 'update' | 'set' | 'delete' | 'read' | 'create' | 'list' | 'other';

/** The way from an answer to the users in it: names of properties, and `*` for every element of a list. */
export type Way = readonly string[];

/** An example that the provider answers a refusal with (`x-answers`): of what, and where. */
export interface AnsweredRefusal {
  readonly status: number;
  /** The example's name. */
  readonly example: string;
  /** What was broken; anything by default. */
  readonly rule?: string;
  /** The property, or parameter, that was wrong; any by default. */
  readonly property?: string;
  /** What it should have been. */
  readonly type?: string;
}

export interface ContractOperation extends Pick<Operation, 'method' | 'path'> {
  readonly id: string;
  readonly kind: OperationKind;
  readonly retry: Retry;
  readonly pathParameters: readonly ContractParameter[];
  readonly query: readonly ContractParameter[];
  /** Headers that are always the same. */
  readonly fixed?: Operation['fixed'];
  /** Headers that a caller has to give. */
  readonly given?: Operation['given'];
  /** Nothing if it takes none. */
  readonly body?: RequestBody;
  readonly update?: UpdateRules<Named>['update'];
  /** The operation that the provider asks for after every such update. */
  readonly after?: string;
  /** For how many seconds after its end a read may not show such an update yet (`x-settle`). */
  readonly settle?: number;
  /** What it makes of a user's properties: a value, or by the present value the next (`x-sets`). */
  readonly sets?: Named<string | boolean | Named<string>>;
  /** The named examples of each answer, by status or `default`. */
  readonly answers: Named<Named>;
  /** The media types of those answers that are not `application/json`, by status or `default`. */
  readonly media?: Named<string>;
  /** The status of a success: 200, unless only others are documented. */
  readonly success: number;
  /** The statuses of successes without a body, where others have one. */
  readonly empty?: readonly number[];
  /** Where a success holds users; nothing if it holds none. */
  readonly way?: Way;
  /** Where a success that is no user tells a user's status: the property (`x-verification`). */
  readonly tells?: string;
  readonly refusals: readonly AnsweredRefusal[];
}

/** What a provider sends to a receiver by itself. */
export interface ContractWebhook extends Webhook {
  readonly id: string;
  /** The named examples of its body. */
  readonly examples: Named;
  /** The named examples of each of its headers. */
  readonly headers: Named<Named>;
}

/** The schema `User`: a user as the provider answers with one. */
export interface ContractUser {
  readonly schema: ResolvedSchema;
  /** The property by which a user is found; nothing if none can be. */
  readonly id?: string;
  /** By id: what the provider holds of a user whom an example shows, and does not show (`x-unshown`). */
  readonly unshown: Named<Named>;
}

export interface ContractModel {
  /** `machnet@v4`, as redocly.yaml names it. */
  readonly name: string;
  readonly provider: string;
  readonly version: string;
  /** Their addresses, with variables filled in; one that is relative begins with a slash. */
  readonly servers: readonly string[];
  /** Headers by the names that the code has for them, as the wire spells them: credentials and components' parameters. */
  readonly headers: Named<string>;
  /** Those of the headers that are credentials. */
  readonly credentials: Named<string>;
  /** Where the credentials are more than headers of which all are sent. */
  readonly security?: Security;
  readonly verification?: Verification;
  readonly user?: ContractUser;
  readonly operations: readonly ContractOperation[];
  readonly webhooks: readonly ContractWebhook[];
  /** What a refusal holds, by its status: the first example of the last operation that shows one. */
  readonly errors: Named;
  /** The contract itself, for what reads OpenAPI. */
  readonly document: Named;
}
