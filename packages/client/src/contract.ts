// The shapes of what `pnpm generate` makes from a contract. specs/README.md explains the keys that they come from.

/** What the update rules tell apart. A provider's own status words are mapped to these by {@link Verification}. */
export type Status = 'unverified' | 'verified';

/** Where a fact comes from (`x-source`). */
export interface Source {
  readonly evidence: 'seed' | 'vendor' | 'third-party' | 'assumed';
  /** A document's title and section, an address, or the reason of an assumption. */
  readonly from: string;
}

/** Which of a provider's status words mean what (`x-verification`). A word in no list is unknown. */
export interface Verification {
  /** The response property that holds the word. */
  readonly property: string;
  readonly verified: readonly string[];
  readonly unverified: readonly string[];
  /** Left out of both lists on purpose. */
  readonly unknown: readonly string[];
}

/** When a body property may be sent (`x-updatable` and the keys beside it). */
export interface FieldRule {
  /** The statuses in which it may be sent; none: never. */
  readonly updatable: readonly Status[];
  /** Required by the contract; together with an empty `updatable`, it must be sent back unchanged. */
  readonly required: boolean;
  /** Rules by the kind of an array's elements; a kind that is not listed is locked once the user is verified. */
  readonly items?: {
    readonly property: string;
    readonly kinds: { readonly [Kind in string]: readonly Status[] };
  };
  readonly effect?: 'archives-previous';
  readonly sources: readonly Source[];
}

/** A body property that is no field of the user (`x-role`). */
export interface RoleRule {
  readonly role: 'identifier' | 'credential';
  readonly required: boolean;
}

/** The rules of one update body, one row per property: a missing or surplus row does not compile. */
export interface UpdateRules<Body> {
  readonly operation: string;
  /** `replacement`: what is left out is lost or reset. */
  readonly update: 'partial' | 'replacement';
  /** The operation that the provider asks for after every such update (`x-after`). */
  readonly after?: string;
  /** Whether the provider states rules by status at all. */
  readonly documented: boolean;
  /** What only the provider sets (`readOnly`) is no field of the body. */
  readonly fields: {
    readonly [Field in keyof Body as [Body[Field]] extends [undefined] ? never : Field]-?: FieldRule | RoleRule;
  };
}

/** Whether a request may be sent again (`x-retry`). */
export type Retry = 'safe' | 'idempotent' | 'never' | { readonly idempotentUnless: readonly string[] };

/** What a client has to know of an operation at run time. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters in braces. */
  readonly path: string;
  /** The names that its query may have. */
  readonly query: readonly string[];
  readonly retry: Retry;
}

/** One row per operation of a contract, by `operationId`. */
export type OperationTable<Operations> = { readonly [Id in keyof Operations]: Operation };

/** One violation of a schema, as the generated validators tell it. */
export interface SchemaError {
  /** JSON Pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A generated validator: whether the value fits; if not, `errors` says why until the next call. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
