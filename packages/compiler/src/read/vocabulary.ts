/** Our `x-` keys: the nodes on which each may stand, and the JSON Schema of its value. specs/README.md explains them. */

const word = { type: 'string', minLength: 1 };

/** Ours, or the provider's own words, which stand in its `x-verification`. */
const statuses = { type: 'array', items: { anyOf: [{ enum: ['unverified', 'verified'] }, word] }, uniqueItems: true };

const values = { type: 'array', items: { type: 'string' }, uniqueItems: true };

/** A runtime expression of OpenAPI: a header of the request, or a property of its body. */
const place = { type: 'string', pattern: '^\\$request\\.(?:header\\.[A-Za-z0-9_-]+|body#(?:/[A-Za-z0-9_]+)+)$' };
const header = { type: 'string', pattern: '^\\$request\\.header\\.[A-Za-z0-9_-]+$' };

const source = {
  type: 'object',
  required: ['evidence', 'from'],
  properties: {
    evidence: { enum: ['seed', 'vendor', 'third-party', 'assumed'] },
    from: { type: 'string', minLength: 1 },
  },
  additionalProperties: false,
  // A fact from the web names its address.
  if: { properties: { evidence: { enum: ['vendor', 'third-party'] } } },
  then: { properties: { from: { pattern: '^https://[^/ ]+\\.[^/ ]+' } } },
};

interface Extension {
  /** The nodes on which the key may stand, by Redocly's names; `Webhook` for an operation that the provider calls, `any` for all. */
  on: string[] | 'any';
  schema: object;
}

export const vocabulary: Record<string, Extension> = {
  'x-source': {
    on: 'any',
    schema: { anyOf: [source, { type: 'array', minItems: 1, items: source }] },
  },
  'x-conflict': {
    on: 'any',
    schema: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[A-Z]{3}-[1-9][0-9]*$' },
      additionalProperties: { type: 'string', pattern: '^[^ ].*[.]$' },
    },
  },
  'x-undecided': { on: 'any', schema: { ...values, minItems: 1 } },
  'x-update': { on: ['Operation', 'Schema'], schema: { enum: ['partial', 'replacement'] } },
  'x-after': { on: ['Operation'], schema: { type: 'string' } },
  'x-settle': {
    on: ['Operation'],
    schema: {
      ...source,
      required: ['seconds', ...source.required],
      properties: { seconds: { type: 'integer', minimum: 0, maximum: 86_400 }, ...source.properties },
    },
  },
  'x-retry': {
    on: ['Operation'],
    schema: {
      anyOf: [
        { enum: ['safe', 'idempotent', 'never'] },
        {
          type: 'object',
          required: ['idempotent-unless'],
          properties: { 'idempotent-unless': { ...values, minItems: 1 } },
          additionalProperties: false,
        },
        {
          type: 'object',
          required: ['idempotent-by'],
          properties: { 'idempotent-by': word },
          additionalProperties: false,
        },
      ],
    },
  },
  'x-rules-documented': { on: ['Schema'], schema: { type: 'boolean' } },
  'x-updatable': { on: ['Schema'], schema: statuses },
  'x-updatable-items': {
    on: ['Schema'],
    schema: {
      type: 'object',
      required: ['property', 'kinds'],
      properties: {
        property: { type: 'string' },
        kinds: { type: 'object', minProperties: 1, additionalProperties: statuses },
      },
      additionalProperties: false,
    },
  },
  'x-role': { on: ['Schema'], schema: { enum: ['identifier', 'credential'] } },
  'x-effect': { on: ['Schema'], schema: { enum: ['archives-previous', 'downgrades-verification', 'held-for-review'] } },
  'x-unique': { on: ['Schema'], schema: { const: true } },
  'x-minimum-age': { on: ['Schema'], schema: { type: 'integer', minimum: 1 } },
  'x-stored-as': {
    on: ['Schema'],
    schema: {
      anyOf: [
        { enum: ['text', 'upper-case'] },
        { type: 'object', required: ['property'], properties: { property: word }, additionalProperties: false },
      ],
    },
  },
  'x-sets': {
    on: ['Operation'],
    schema: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        anyOf: [{ type: ['boolean', 'string'] }, { type: 'object', minProperties: 1, additionalProperties: word }],
      },
    },
  },
  'x-answers': {
    on: ['Example'],
    schema: {
      type: 'object',
      minProperties: 1,
      properties: {
        rule: { enum: ['locked', 'taken', 'required', 'type', 'minProperties'] },
        property: word,
        type: { enum: ['boolean', 'integer', 'number', 'string'] },
      },
      dependentSchemas: { type: { required: ['rule'], properties: { rule: { const: 'type' } } } },
      additionalProperties: false,
    },
  },
  'x-event': {
    on: ['Webhook'],
    schema: {
      type: 'object',
      minProperties: 1,
      properties: {
        name: place,
        id: place,
        user: place,
        time: place,
        signature: header,
        signed: header,
        statuses: { type: 'object', minProperties: 1, additionalProperties: word },
      },
      additionalProperties: false,
    },
  },
  'x-unshown': { on: ['Example'], schema: { type: 'object', minProperties: 1 } },
  'x-verification': {
    on: ['Schema'],
    schema: {
      type: 'object',
      required: ['property', 'verified', 'unverified'],
      properties: {
        property: { type: 'string' },
        verified: values,
        unverified: values,
        unknown: values,
        frozen: values,
      },
      additionalProperties: false,
    },
  },
};
