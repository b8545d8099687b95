import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const document = (property: string, answered = '') => `
openapi: 3.1.0
paths:
  /users:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/UserCreate' } } } }
      responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
components:
  schemas:
    UserCreate: { properties: { sent: ${property} } }
    User:
      properties:
        ${answered}
        last_4: { type: string, pattern: '^[0-9]{4}$', maxLength: 4 }
        name: { type: string }
`;
const at = '#/components/schemas/UserCreate/properties/sent';
const inside = (schema: string) => `{ type: object, properties: { part: ${schema} } }`;
const noPlace = (name: string) => `${name} is no property of User whose pattern ends in the digits that are kept`;

const verdicts = lintLater('stored-values-have-places', {
  unique: document('{ type: [string, "null"], x-unique: true }'),
  text: document('{ type: [integer, string], x-stored-as: text }'),
  upperCase: document(inside('{ type: string, x-stored-as: upper-case }')),
  lastDigits: document('{ type: string, x-stored-as: { property: last_4 } }'),
  age: document('{ type: string, format: date, x-minimum-age: 18 }'),
  uniqueList: document('{ type: array, x-unique: true }'),
  uniquePart: document(inside('{ type: string, x-unique: true }')),
  textOfText: document('{ type: string, x-stored-as: text }'),
  upperCaseNumber: document('{ type: [integer, string], x-stored-as: upper-case }'),
  noProperty: document('{ type: string, x-stored-as: { property: last_5 } }'),
  wholeValue: document('{ type: string, x-stored-as: { property: name } }'),
  ageOfNumber: document('{ type: integer, x-minimum-age: 18 }'),
  ageOfPart: document(inside('{ type: string, x-minimum-age: 18 }')),
  answered: document('{ type: string }', 'email: { type: string, x-unique: true }'),
});
const unique = 'x-unique means nothing here: only one value of the body itself can be: a text or a number.';
const age = 'x-minimum-age means nothing here: an age is told by a date of the body itself, so by a text.';

test('what is said of a value that is kept stands where one is sent, and can be', async () => {
  expect(await verdicts()).toEqual({
    unique: [],
    text: [],
    upperCase: [],
    lastDigits: [],
    age: [],
    uniqueList: [`${at}/x-unique: ${unique}`],
    uniquePart: [`${at}/properties/part/x-unique: ${unique}`],
    textOfText: [`${at}/x-stored-as: x-stored-as means nothing here: there is no number to keep so.`],
    upperCaseNumber: [`${at}/x-stored-as: x-stored-as means nothing here: there is no text to keep so.`],
    noProperty: [`${at}/x-stored-as: x-stored-as means nothing here: ${noPlace('last_5')}.`],
    wholeValue: [`${at}/x-stored-as: x-stored-as means nothing here: ${noPlace('name')}.`],
    ageOfNumber: [`${at}/x-minimum-age: ${age}`],
    ageOfPart: [`${at}/properties/part/x-minimum-age: ${age}`],
    answered: [
      '#/components/schemas/User/properties/email/x-unique: x-unique means nothing in an answer; it belongs to a property that is sent.',
    ],
  });
});
