/** What the generator reads of a contract. `check-contract.ts` refuses whatever has no place here. */
export interface OpenApi {
  servers?: { url: string }[];
  paths: Record<string, PathItem>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    securitySchemes?: Record<string, SecurityScheme>;
  };
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export type Method = (typeof methods)[number];

type PathItem = { parameters?: Parameter[] } & { [Name in Method]?: Operation };

export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body>;
  'x-retry'?: 'safe' | 'idempotent' | 'never' | { 'idempotent-unless': string[] };
  'x-update'?: 'partial' | 'replacement';
  'x-after'?: string;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
}

/** A request's body or a response. */
export interface Body {
  $ref?: string;
  content?: Record<string, { schema?: Schema }>;
}

interface SecurityScheme {
  type: string;
  in?: string;
  name?: string;
}

interface Source {
  evidence: string;
  from: string;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  not?: Schema;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  maxLength?: number;
  readOnly?: boolean;
  writeOnly?: boolean;
  'x-source'?: Source | Source[];
  'x-rules-documented'?: boolean;
  'x-role'?: string;
  'x-updatable'?: string[];
  'x-updatable-items'?: { property: string; kinds: Record<string, string[]> };
  'x-effect'?: string;
  'x-verification'?: { property: string; verified: string[]; unverified: string[]; unknown?: string[] };
}
