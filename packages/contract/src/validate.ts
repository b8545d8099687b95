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

/** The validators of one operation; several of a kind are alternatives. */
export interface OperationValidators {
  readonly request?: readonly Validate[];
  readonly response: readonly Validate[];
  readonly error: readonly Validate[];
}
