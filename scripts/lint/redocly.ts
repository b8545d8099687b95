// The part of Redocly's rule API that our rules use. @redocly/cli is a bundle without types of its own.

/** A place in a document; `child` goes down, `key` marks the key instead of its value. */
export interface Location {
  child(path: (string | number)[] | string | number): Location;
  key(): Location;
}

export interface Context {
  readonly key: string | number;
  readonly location: Location;
  readonly type: { readonly name: string };
  report(problem: { message: string; location: Location }): void;
  /** Follows a `$ref`; a node that is none resolves to itself. */
  resolve<Node>(node: Node, from?: string): { node: Node | undefined; location: Location | undefined };
}

/** What a rule does at each type of node. Redocly calls the function once per run. */
export type Rule = () => Record<string, (node: never, context: Context) => void>;

export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  not?: Schema;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  maxLength?: number;
  readOnly?: boolean;
  writeOnly?: boolean;
  required?: string[];
  'x-source'?: unknown;
  'x-updatable'?: unknown;
  'x-updatable-items'?: { property: string; kinds: Record<string, unknown> };
  'x-role'?: unknown;
  'x-effect'?: unknown;
  'x-rules-documented'?: unknown;
  'x-verification'?: { property: string; verified: string[]; unverified: string[]; unknown?: string[] };
}

interface MediaType {
  schema?: Schema;
  examples?: Record<string, unknown>;
}

export interface Response {
  $ref?: string;
  content?: Record<string, MediaType>;
  'x-source'?: unknown;
}

export interface RequestBody {
  $ref?: string;
  content?: Record<string, MediaType>;
}

export interface Operation {
  operationId?: string;
  requestBody?: RequestBody;
  responses?: Record<string, Response>;
  'x-source'?: unknown;
  'x-retry'?: unknown;
  'x-update'?: unknown;
}
