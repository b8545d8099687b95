/** What the validators do with a schema's keyword. */
type KeywordUse =
  /** Says nothing about the value. */
  | 'annotation'
  /** Decides in which direction a value may travel. */
  | 'direction'
  /** Holds in requests and in responses. */
  | 'structure'
  /** Holds in requests only: a provider may widen it without notice. */
  | 'limit';

/** The keywords of JSON Schema that the generator handles. Any other is an error. */
export const keywords: Readonly<Record<string, KeywordUse>> = {
  title: 'annotation',
  description: 'annotation',
  default: 'annotation',
  example: 'annotation',
  examples: 'annotation',
  deprecated: 'annotation',
  discriminator: 'annotation',
  contentEncoding: 'annotation',
  contentMediaType: 'annotation',
  readOnly: 'direction',
  writeOnly: 'direction',
  $ref: 'structure',
  type: 'structure',
  required: 'structure',
  properties: 'structure',
  additionalProperties: 'structure',
  items: 'structure',
  anyOf: 'structure',
  oneOf: 'structure',
  if: 'structure',
  then: 'structure',
  else: 'structure',
  not: 'structure',
  const: 'structure',
  enum: 'structure',
  format: 'limit',
  pattern: 'limit',
  minLength: 'limit',
  maxLength: 'limit',
  minimum: 'limit',
  maximum: 'limit',
  minItems: 'limit',
  maxItems: 'limit',
  minProperties: 'limit',
  maxProperties: 'limit',
};

/** What stands under a key: `data` is not looked into, `Name` is a node, `Name[]` a list and `Name{}` a map of them. */
export type Content = 'data' | `${NodeKind}${'' | '[]' | '{}'}`;

export type NodeKind =
  | 'Root'
  | 'Info'
  | 'Server'
  | 'ServerVariable'
  | 'Tag'
  | 'PathItem'
  | 'Operation'
  | 'WebhookItem'
  | 'Webhook'
  | 'Parameter'
  | 'RequestBody'
  | 'Response'
  | 'Header'
  | 'MediaType'
  | 'Example'
  | 'Schema'
  | 'SecurityScheme'
  | 'Components';

const schemaContents: Record<string, Content> = {
  ...Object.fromEntries(Object.keys(keywords).map((keyword) => [keyword, 'data'])),
  properties: 'Schema{}',
  additionalProperties: 'Schema',
  items: 'Schema',
  anyOf: 'Schema[]',
  oneOf: 'Schema[]',
  if: 'Schema',
  then: 'Schema',
  else: 'Schema',
  not: 'Schema',
};

/** The keys that the generator handles, by the kind of node that they stand on. Any other is an error. */
export const contents: Readonly<Record<NodeKind, Readonly<Record<string, Content>>>> = {
  Root: {
    openapi: 'data',
    info: 'Info',
    servers: 'Server[]',
    security: 'data',
    tags: 'Tag[]',
    paths: 'PathItem{}',
    webhooks: 'WebhookItem{}',
    components: 'Components',
  },
  Info: { title: 'data', version: 'data', summary: 'data', description: 'data', contact: 'data', license: 'data' },
  Server: { url: 'data', description: 'data', variables: 'ServerVariable{}' },
  ServerVariable: { enum: 'data', default: 'data', description: 'data' },
  Tag: { name: 'data', description: 'data' },
  PathItem: {
    parameters: 'Parameter[]',
    get: 'Operation',
    post: 'Operation',
    put: 'Operation',
    patch: 'Operation',
    delete: 'Operation',
  },
  Operation: {
    operationId: 'data',
    summary: 'data',
    description: 'data',
    tags: 'data',
    deprecated: 'data',
    security: 'data',
    parameters: 'Parameter[]',
    requestBody: 'RequestBody',
    responses: 'Response{}',
  },
  // What is sent to a receiver is no operation: nobody calls it, and no rule of updates or of retries fits it.
  WebhookItem: { post: 'Webhook' },
  Webhook: {
    operationId: 'data',
    summary: 'data',
    description: 'data',
    tags: 'data',
    security: 'data',
    parameters: 'Parameter[]',
    requestBody: 'RequestBody',
    responses: 'Response{}',
  },
  Parameter: {
    name: 'data',
    in: 'data',
    required: 'data',
    description: 'data',
    deprecated: 'data',
    schema: 'Schema',
    examples: 'Example{}',
  },
  RequestBody: { required: 'data', description: 'data', content: 'MediaType{}' },
  Response: { description: 'data', headers: 'Header{}', content: 'MediaType{}' },
  Header: { description: 'data', required: 'data', schema: 'Schema' },
  MediaType: { schema: 'Schema', examples: 'Example{}' },
  Example: { summary: 'data', description: 'data', value: 'data' },
  Schema: schemaContents,
  SecurityScheme: {
    type: 'data',
    in: 'data',
    name: 'data',
    scheme: 'data',
    bearerFormat: 'data',
    flows: 'data',
    description: 'data',
  },
  Components: {
    schemas: 'Schema{}',
    parameters: 'Parameter{}',
    requestBodies: 'RequestBody{}',
    responses: 'Response{}',
    examples: 'Example{}',
    securitySchemes: 'SecurityScheme{}',
  },
};
