import type {
  AnsweredRefusal,
  ContractOperation,
  Named,
  PropertyRule,
  ResolvedSchema,
  Retry,
  RoleRule,
  RuleStatus,
  Source,
  UpdateRules,
  WebhookPart,
} from '@amend/contract';

/** What is read of a contract. `check-contract.ts` refuses whatever has no place here. */
export interface OpenApi {
  servers?: Server[];
  security?: Requirements;
  paths: Record<string, PathItem>;
  webhooks?: Record<string, { post: WebhookNode }>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    securitySchemes?: Record<string, SecurityNode>;
  };
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export type Method = (typeof methods)[number];

type PathItem = { parameters?: Parameter[] } & { [Name in Method]?: Operation };

export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: Body;
  security?: Requirements;
  responses: Record<string, Body>;
  'x-retry'?: Extract<Retry, string> | { 'idempotent-unless': string[] } | { 'idempotent-by': string };
  'x-update'?: UpdateRules<object>['update'];
  'x-after'?: string;
  'x-settle'?: Source & { seconds: number };
  'x-sets'?: ContractOperation['sets'];
}

interface Server {
  url: string;
  variables?: Record<string, { default?: string; enum?: string[] }>;
}

export interface WebhookNode {
  parameters?: Parameter[];
  requestBody?: Body;
  'x-event'?: { [Part in WebhookPart]?: string } & { statuses?: Named<string> };
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
  examples?: Record<string, Example>;
}

export interface Example {
  $ref?: string;
  value?: unknown;
  'x-answers'?: Pick<AnsweredRefusal, 'rule' | 'property' | 'type'>;
  'x-unshown'?: Named;
}

/** A request's body or a response. */
export interface Body {
  $ref?: string;
  content?: Record<string, { schema?: Schema; examples?: Record<string, Example> }>;
}

export interface SecurityNode {
  type: string;
  in?: string;
  name?: string;
  scheme?: string;
  flows?: { clientCredentials?: { tokenUrl?: unknown } };
}

/** By alternative: the names of the schemes that are needed together, each with its scopes. */
export type Requirements = Record<string, string[]>[];

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
  default?: unknown;
  readOnly?: boolean;
  writeOnly?: boolean;
  'x-source'?: Source | Source[];
  'x-conflict'?: Readonly<Record<string, string>>;
  'x-rules-documented'?: boolean;
  'x-role'?: RoleRule['role'];
  'x-update'?: UpdateRules<object>['update'];
  'x-updatable'?: RuleStatus[];
  'x-updatable-items'?: PropertyRule['items'];
  'x-effect'?: PropertyRule['effect'];
  'x-unique'?: ResolvedSchema['unique'];
  'x-stored-as'?: ResolvedSchema['storedAs'];
  'x-minimum-age'?: ResolvedSchema['minimumAge'];
  'x-verification'?: {
    property: string;
    verified: string[];
    unverified: string[];
    unknown?: string[];
    frozen?: string[];
  };
}
