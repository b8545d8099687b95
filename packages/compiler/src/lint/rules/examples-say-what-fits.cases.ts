import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const document = (refusals: string, shown = '', schema = "$ref: '#/components/schemas/User'") => `
openapi: 3.1.0
paths:
  /users:
    parameters: [{ $ref: '#/components/parameters/Limit' }]
    get:
      parameters: [{ name: active, in: query }]
      responses: { '400': { $ref: '#/components/responses/Refused' } }
    post:
      requestBody:
        content: { application/json: { schema: { anyOf: [{ properties: { email: {} } }, { properties: { phone: {} } }] } } }
      responses:
        '200':
          content:
            application/json: { schema: { ${schema} }, examples: { person: { $ref: '#/components/examples/person' } } }
        '400': { $ref: '#/components/responses/Refused' }
components:
  parameters: { Limit: { name: limit, in: query } }
  responses:
    Refused: { content: { application/json: { examples: { ${refusals} } } } }
  examples:
    person: { ${shown} }
  schemas:
    User: { properties: { id: {}, ssn: {} } }
    Users: { items: { $ref: '#/components/schemas/User' } }
`;
const example = (name: string, answers: string) => `${name}: { x-answers: { ${answers} } }`;
const at = (name: string) => `#/components/responses/Refused/content/application~1json/examples/${name}/x-answers`;

const taken = example('taken', 'rule: taken, property: email');
const all = ['phone', 'active', 'limit'].map((property) => example(property, `property: ${property}`));
const verdicts = lintLater('examples-say-what-fits', {
  right: document([taken, ...all, example('missing', 'rule: required')].join(), 'x-unshown: { ssn: "1" }'),
  misspelt: document(example('taken', 'rule: taken, property: e_mail')),
  twice: document(`${taken}, ${example('again', 'rule: taken, property: email')}`),
  success: document('', 'x-answers: { rule: taken }'),
  unknown: document('', 'x-unshown: { snn: "1" }'),
  ofNobody: document('', 'x-unshown: { ssn: "1" }', 'properties: { id: {} }'),
});

test('an example answers what can be refused, and hides what its user has', async () => {
  expect(await verdicts()).toEqual({
    right: [],
    misspelt: [`${at('taken')}: Nobody sends e_mail.`],
    twice: [`${at('again')}: Another example answers the same.`],
    success: ['#/components/examples/person/x-answers: A success answers no refusal.'],
    unknown: ['#/components/examples/person/x-unshown: snn is no property of User.'],
    ofNobody: ['#/components/examples/person/x-unshown: This example is no User of whom more could be known.'],
  });
});
