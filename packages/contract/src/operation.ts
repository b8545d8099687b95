/** Whether a request may be sent again (`x-retry`). */
export type Retry =
  | 'safe'
  | 'idempotent'
  | 'never'
  | { readonly idempotentUnless: readonly string[] }
  /** As long as the header has the same key. */
  | { readonly idempotentBy: string };

/** What a client has to know of an operation at run time. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters in braces. */
  readonly path: string;
  /** The names that its query may have. */
  readonly query: readonly string[];
  readonly retry: Retry;
  /** Headers that are always the same, such as a version. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** The headers that a caller has to give. */
  readonly given?: readonly string[];
  /** How the body is written, where not as `application/json`. */
  readonly media?: string;
  /** The media type of a success, where it is not `application/json`. */
  readonly accept?: string;
  /** The statuses of those successes that have no body, where others have one. */
  readonly empty?: readonly number[];
}

/** One row per operation of a contract, by `operationId`. */
export type OperationTable<Operations> = { readonly [Id in keyof Operations]: Operation };
