import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const operation = (keys: string, schema: string, component = 'type: string') => `
openapi: 3.1.0
paths:
  /users:
    post:
      ${keys}
      requestBody: { content: { application/json: { schema: { ${schema} } } } }
      responses: {}
components: { schemas: { Part: { ${component} } } }
`;
const update = 'operationId: updateUser\n      x-update: partial';

const verdicts = lintLater('update-properties-have-rules', {
  ruled: operation(
    update,
    'x-rules-documented: true, properties: { id: { x-role: identifier }, city: { x-updatable: [] } }',
  ),
  setByProvider: operation(update, 'x-rules-documented: true, properties: { made: { readOnly: true } }'),
  create: operation('operationId: createUser', 'properties: { city: {} }'),
  withoutRule: operation(update, 'x-rules-documented: true, properties: { city: {} }'),
  inABranch: operation(update, 'anyOf: [{ x-rules-documented: true, properties: { city: {} } }]'),
  ruleAndRole: operation(
    update,
    'x-rules-documented: true, properties: { id: { x-role: identifier, x-updatable: [verified] } }',
  ),
  ruleBesideReference: operation(
    update,
    'x-rules-documented: true, properties: { city: { $ref: "#/components/schemas/Part", x-updatable: [] } }',
  ),
  ruleBehindReference: operation(
    update,
    'x-rules-documented: true, properties: { city: { $ref: "#/components/schemas/Part" } }',
    'x-updatable: []',
  ),
  ruleBesideAndRoleBehind: operation(
    update,
    'x-rules-documented: true, properties: { city: { $ref: "#/components/schemas/Part", x-updatable: [] } }',
    'x-role: identifier',
  ),
  besideBranches: operation(
    update,
    'x-rules-documented: true, properties: { city: {} }, anyOf: [{ required: [city] }, { minProperties: 2 }]',
  ),
  kinds: operation(
    update,
    'x-rules-documented: true, anyOf: [{ properties: { company: { const: true, x-updatable: [] } } }, { properties: {} }]',
  ),
  sameKind: operation(update, 'x-rules-documented: true, anyOf: [{ properties: {} }, { properties: {} }]'),
  anyName: operation(update, "x-rules-documented: true, patternProperties: { '^a': {} }"),
  ruleInside: operation(
    update,
    'x-rules-documented: true, properties: { address: { x-updatable: [], x-update: partial, properties: { city: { x-updatable: [] } } } }',
  ),
  ruleBehindMember: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], x-update: partial, properties: { at: { $ref: "#/components/schemas/Part", x-update: partial } } } }',
    'properties: { city: { x-updatable: [] } }',
  ),
  ruleOfReference: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], x-update: partial, properties: { at: { $ref: "#/components/schemas/Part", x-updatable: [] } } } }',
  ),
  ruleOfReferenceTwice: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], x-update: partial, properties: { at: { $ref: "#/components/schemas/Part", x-updatable: [] } } } }',
    'x-updatable: []',
  ),
  ruleInList: operation(
    update,
    'x-rules-documented: true, properties: { homes: { x-updatable: [], items: { properties: { city: { x-updatable: [] } } } } }',
  ),
  ruleInMap: operation(
    update,
    'x-rules-documented: true, properties: { homes: { x-updatable: [], x-update: partial, additionalProperties: { x-update: partial, properties: { city: { x-updatable: [] } } } } }',
  ),
  ruleInUnion: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], x-update: partial, properties: { at: { x-update: partial, anyOf: [{ properties: { city: { x-updatable: [] } } }] } } } }',
  ),
  effectOfMember: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], x-update: partial, properties: { city: { x-updatable: [], x-effect: held-for-review, x-updatable-items: {} } } } }',
  ),
  ruleInItems: operation(
    update,
    'x-rules-documented: true, properties: { tags: { x-updatable: [], items: { $ref: "#/components/schemas/Part" } } }',
    'x-effect: archives-previous',
  ),
  objects: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], x-update: partial, properties: { city: {} } }, tags: { x-updatable: [], items: { properties: { city: {} } } } }',
  ),
  objectsUnsaid: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], $ref: "#/components/schemas/Part" }, notes: { x-updatable: [], additionalProperties: { type: string } } }',
    'properties: { city: {} }',
  ),
  objectInside: operation(
    update,
    'x-rules-documented: true, properties: { home: { x-updatable: [], x-update: partial, properties: { at: { properties: { x: {} } } } }, work: { x-updatable: [], x-update: replacement, properties: { at: { properties: { x: {} } } } } }',
  ),
  inAReplacement: operation(
    'operationId: updateUser\n      x-update: replacement',
    'x-rules-documented: true, properties: { home: { x-updatable: [], properties: { city: {} } } }',
  ),
  withoutBody: 'openapi: 3.1.0\npaths: { /users: { put: { x-update: partial, responses: {} } } }',
  withoutSchema: operation(update, '').replace('schema: {  }', ''),
  undeclaredBehindReference: operation(
    'operationId: changeUser',
    'properties: { city: { $ref: "#/components/schemas/Part" } }',
    'x-updatable: []',
  ),
  webhook: operation('operationId: updateUser', 'properties: {}').replace('paths:', 'webhooks:'),
  undeclaredBody: operation(update, 'properties: {}'),
  undeclaredUpdate: operation('operationId: updateUser', 'properties: {}'),
  undeclaredByVerb: operation('operationId: changeUser', 'properties: {}').replace('post:', 'patch:'),
  undeclaredWithRules: operation('operationId: changeUser', 'properties: { city: { x-updatable: [] } }'),
});
const body = '#/paths/~1users/post/requestBody/content/application~1json/schema';
const top = 'rules stand on the properties of the body itself.';
const stray =
  'x-updatable means nothing here; it stands on properties of the body, and on members of objects that are written out there.';
const members = 'is an object; say with x-update whether the members that it leaves out stay or are lost.';
const alike = 'Nothing tells which body is for which user; give all but one a property with a const of its own.';
const bodiless = 'An update has a body with a schema; say there what may change.';
const undeclared = 'This operation changes fields; say with x-update whether partial or replacement.';

test('each property of an update body has a rule or a role', async () => {
  expect(await verdicts()).toEqual({
    ruled: [],
    setByProvider: [],
    create: [],
    withoutRule: [
      `${body}/properties/city: city needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    inABranch: [
      `${body}/anyOf/0/properties/city: city needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    ruleAndRole: [
      `${body}/properties/id: id needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    ruleBesideReference: [],
    ruleBehindReference: [
      `${body}/properties/city: city needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    ruleBesideAndRoleBehind: [
      `${body}/properties/city: city needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    besideBranches: [
      `#/paths/~1users/post: ${alike}`,
      `${body}/properties/city: city needs either x-updatable, the statuses in which it may be sent, or an x-role.`,
    ],
    kinds: [],
    sameKind: [`#/paths/~1users/post: ${alike}`],
    anyName: [`${body}/patternProperties: Properties that have no name have no rule: name them.`],
    ruleInside: [],
    ruleBehindMember: [`#/components/schemas/Part/properties/city/x-updatable: ${stray}`],
    ruleOfReference: [],
    ruleOfReferenceTwice: [`${body}/properties/home/properties/at/x-updatable: ${stray}`],
    ruleInList: [`${body}/properties/homes/items/properties/city/x-updatable: ${stray}`],
    ruleInMap: [`${body}/properties/homes/additionalProperties/properties/city/x-updatable: ${stray}`],
    ruleInUnion: [`${body}/properties/home/properties/at/anyOf/0/properties/city/x-updatable: ${stray}`],
    effectOfMember: ['x-updatable-items', 'x-effect'].map(
      (key) => `${body}/properties/home/properties/city/${key}: ${key} means nothing here; ${top}`,
    ),
    ruleInItems: [`#/components/schemas/Part/x-effect: x-effect means nothing here; ${top}`],
    objects: [],
    objectsUnsaid: ['home', 'notes'].map((name) => `${body}/properties/${name}: ${name} ${members}`),
    objectInside: [`${body}/properties/home/properties/at: at ${members}`],
    inAReplacement: [],
    withoutBody: [`#/paths/~1users/put: ${bodiless}`],
    withoutSchema: [`#/paths/~1users/post: ${bodiless}`],
    undeclaredBehindReference: [`#/paths/~1users/post: ${undeclared}`],
    webhook: [],
    undeclaredBody: [`${body}: An update body says with x-rules-documented whether its rules are.`],
    undeclaredUpdate: [`#/paths/~1users/post: ${undeclared}`],
    undeclaredByVerb: [`#/paths/~1users/patch: ${undeclared}`],
    undeclaredWithRules: [`#/paths/~1users/post: ${undeclared}`],
  });
});
