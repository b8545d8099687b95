// The part of Redocly's rule API that our rules use. @redocly/cli is a bundle without types of its own.

/** A place in a document; `child` goes down, `key` marks the key instead of its value. */
export interface Location {
  child(path: (string | number)[] | string | number): Location;
  key(): Location;
  /** From the root of its document. */
  readonly pointer: string;
  readonly absolutePointer: string;
}

export interface Context {
  readonly key: string | number;
  readonly location: Location;
  /** `extensionsPrefix` only where a key may be an extension: not in a map, whose keys are names. */
  readonly type: { readonly name: string; readonly extensionsPrefix?: string };
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
  unevaluatedProperties?: boolean | Schema;
  dependentSchemas?: Record<string, Schema>;
  propertyNames?: Schema;
  maxProperties?: number;
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  not?: boolean | Schema;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  description?: string;
  pattern?: string;
  format?: string;
  maxLength?: number;
  readOnly?: boolean;
  writeOnly?: boolean;
  required?: string[];
  'x-source'?: unknown;
  'x-update'?: unknown;
  'x-updatable'?: unknown;
  'x-updatable-items'?: { property: string; kinds: Record<string, unknown> };
  'x-role'?: unknown;
  'x-effect'?: unknown;
  'x-unique'?: unknown;
  'x-stored-as'?: 'text' | 'upper-case' | { property: string };
  'x-minimum-age'?: unknown;
  'x-rules-documented'?: unknown;
  'x-verification'?: {
    property: string;
    verified: string[];
    unverified: string[];
    unknown?: string[];
    frozen?: string[];
  };
}

export interface Example {
  $ref?: string;
  value?: unknown;
  'x-answers'?: { rule?: string; property?: string; type?: string };
  'x-unshown'?: Record<string, unknown>;
}

interface MediaType {
  schema?: Schema;
  examples?: Record<string, Example>;
}

export interface Header {
  $ref?: string;
  schema?: Schema;
}

export interface Parameter extends Header {
  name?: string;
  in?: string;
}

export interface Response {
  $ref?: string;
  headers?: Record<string, Header>;
  content?: Record<string, MediaType>;
  'x-source'?: unknown;
}

export interface RequestBody {
  $ref?: string;
  required?: boolean;
  content?: Record<string, MediaType>;
}

export interface Operation {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: RequestBody;
  responses?: Record<string, Response>;
  'x-source'?: unknown;
  'x-after'?: unknown;
  'x-settle'?: unknown;
  'x-retry'?: unknown;
  'x-update'?: unknown;
  'x-sets'?: Record<string, boolean | string | Record<string, string>>;
  'x-event'?: Record<string, string> & { statuses?: Record<string, string> };
}
