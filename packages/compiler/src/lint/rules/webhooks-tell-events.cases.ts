import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const webhook = `
openapi: 3.1.0
paths: {}
webhooks:
  userChanged:
    post:
      parameters: [{ $ref: '#/components/parameters/Signature' }]
      x-event:
        name: $request.body#/event
        user: $request.body#/data/user_id
        signature: $request.header.x-signature
        statuses: { passed: VERIFIED, failed: SUSPENDED }
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }
components:
  parameters: { Signature: { name: X-Signature, in: header, schema: { type: string } } }
  schemas:
    Event:
      properties:
        event: { enum: [passed, failed] }
        data: { $ref: '#/components/schemas/Data' }
      x-verification: { property: event, verified: [passed], unverified: [], unknown: [failed] }
    Data: { properties: { user_id: { type: string } } }
    User: { x-verification: { property: status, verified: [VERIFIED], unverified: [NEW], unknown: [SUSPENDED] } }
`;
const changed = (wanted: string, by: string): string => {
  expect(webhook).toContain(wanted);
  return webhook.replace(wanted, by);
};

const verdicts = lintLater('webhooks-tell-events', {
  told: webhook,
  noEvents: changed('event: { enum: [passed, failed] }', 'event: { type: string }')
    .replace('        statuses: { passed: VERIFIED, failed: SUSPENDED }\n', '')
    .replace(/ *x-verification: \{ property: event.*\n/, ''),
  withoutBody: changed('required: true, ', ''),
  withoutEvent: changed('x-event:', 'x-evnt:'),
  header: changed('$request.header.x-signature', '$request.header.x-sign'),
  property: changed('#/data/user_id', '#/data/id'),
  uncovered: changed(
    '      x-verification: { property: event, verified: [passed], unverified: [], unknown: [failed] }\n',
    '',
  ),
  otherProperty: changed('x-verification: { property: event', 'x-verification: { property: data'),
  noWord: changed('passed: VERIFIED, ', ''),
  noEvent: changed('passed: VERIFIED, ', 'passed: VERIFIED, gone: NEW, '),
  noStatus: changed('passed: VERIFIED', 'passed: VERIFYED'),
  otherMeaning: changed('passed: VERIFIED', 'passed: NEW'),
});
const at = '#/webhooks/userChanged/post';
const uncovered = 'The body has no x-verification of the property that holds the name of the event.';

test('a webhook says where its parts stand, and what each of its events means', async () => {
  expect(await verdicts()).toEqual({
    told: [],
    noEvents: [],
    withoutBody: [`${at}: A webhook has a body, with required: true and a schema.`],
    withoutEvent: [`${at}: This webhook has no x-event; say where the parts of its events stand.`],
    header: [`${at}/x-event/signature: $request.header.x-sign leads nowhere.`],
    property: [`${at}/x-event/user: $request.body#/data/id leads nowhere.`],
    uncovered: [`${at}/x-event: ${uncovered}`],
    otherProperty: [`${at}/x-event: ${uncovered}`],
    noWord: [`${at}/x-event: statuses does not say what passed makes of the user.`],
    noEvent: [`${at}/x-event/statuses/gone: gone is no event of this webhook.`],
    noStatus: [`${at}/x-event/statuses/passed: VERIFYED is no status that User has.`],
    otherMeaning: [`${at}/x-event/statuses/passed: passed and NEW do not mean the same.`],
  });
});
