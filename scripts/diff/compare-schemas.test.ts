import { golden, goldenText } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { subjectOf } from './compare-contract.ts';
import { schemaChanges } from './compare-schemas.ts';
import { compareWithRedocly } from './run-redocly.ts';

// Redocly itself is run: what it calls major is what this project relies on.

interface Case {
  replace: readonly [wanted: string, by: string];
  want: string[];
}

const cases: Record<string, Case> = {
  'a property is removed': {
    replace: ['        website: { type: string, format: uri }\n', ''],
    want: ['major Property `website` of `User` was removed'],
  },
  'a property becomes required': {
    replace: ['required: [reference, name]', 'required: [reference, name, note]\n      '],
    want: ['major Properties of `UserReplacement` became required: `note`'],
  },
  'an answer has a new property': {
    replace: ['        website: {', '        nickname: { type: string }\n        website: {'],
    want: [
      'minor Schema was added: GET /users responses/200/content/application/json/schema/items/properties/nickname',
    ],
  },
  'an operation is removed': {
    replace: ['    delete:\n      operationId: deleteUser', '    patch2:\n      operationId: deleteUser'],
    want: ['major Operation `DELETE /users/{user_id}` was removed'],
  },
  'an operation has another method': {
    replace: ['    delete:\n', '    post:\n'],
    want: ['major Operation `DELETE /users/{user_id}` was removed', 'minor Operation was added: POST /users/{user_id}'],
  },
  'a path changes': {
    replace: ['  /users/{user_id}:', '  /people/{user_id}:'],
    want: ['major Path `/users/{user_id}` was renamed to `/people/{user_id}`'],
  },
  'an operation has another name': {
    replace: ['operationId: listUsers', 'operationId: findUsers'],
    want: ["major `operationId` of operation `GET /users` changed from 'listUsers' to 'findUsers'"],
  },
  'a property becomes read-only': {
    replace: ['age: { type: integer,', 'age: { readOnly: true, type: integer,'],
    want: [
      'major readOnly of a Schema was modified: POST /users requestBody/content/application/json/schema/properties/age',
    ],
  },
  'a description is reworded': {
    replace: ['description: Gone.', 'description: Deleted.'],
    want: ['patch description of a Response was modified: DELETE /users/{user_id} responses/204'],
  },
  'a request takes another value': {
    replace: ['enum: [SSN, PASSPORT]', 'enum: [SSN, VISA, PASSPORT]'],
    want: [
      'minor enum gained values that can be sent, VISA: PATCH /users/{user_id} requestBody/content/application/json/schema/anyOf/0/properties/documents/items/properties/document_type',
    ],
  },
  'the values of a request stand in another order': {
    replace: ['enum: [SSN, PASSPORT]', 'enum: [PASSPORT, SSN]'],
    want: [
      'patch enum of a Schema was modified: PATCH /users/{user_id} requestBody/content/application/json/schema/anyOf/0/properties/documents/items/properties/document_type',
    ],
  },
  'an answer has another value': {
    replace: ['enum: [success]', 'enum: [success, failure]'],
    want: ["major Enum of `outcome` gained values: 'failure'"],
  },
  'the contract tells whose it is': {
    replace: ['  version: 1.0.0', '  version: 1.0.0\n  contact: { name: Golden }'],
    want: ['patch Contact was added: info contact'],
  },
  'our own keys change': { replace: ['x-retry: safe', 'x-retry: never'], want: [] },
  'status words change': {
    replace: ['verified: [DONE], unverified: [OPEN', 'verified: [OK], unverified: [OPEN'],
    want: [],
  },
};

test.each(Object.entries(cases))('%s', async (_, { replace: [wanted, by], want }) => {
  expect(goldenText).toContain(wanted);
  const report = await compareWithRedocly(goldenText, goldenText.replace(wanted, by));
  const changes = report && schemaChanges(subjectOf(golden), report);
  expect(changes?.map(({ level, what }) => `${level} ${what}`)).toEqual(want);
});

test('a change says in which line it is', async () => {
  const report = await compareWithRedocly(
    goldenText,
    goldenText.replace('description: Gone.', 'description: Deleted.'),
  );
  const [change] = report ? schemaChanges(subjectOf(golden), report) : [];
  const line = goldenText.slice(0, goldenText.indexOf('Gone.')).split('\n').length;
  expect(change?.where).toBe(`${golden.path}:${line}#/paths/~1users~1{user_id}/delete/responses/204/description`);
});

test('a component that is new is said to change nothing by itself', async () => {
  const added = goldenText.replace('    Document:\n', '    Unused: { type: string }\n    Document:\n');
  const report = await compareWithRedocly(goldenText, added);
  const changes = report ? schemaChanges(subjectOf(golden), report) : [];
  expect(changes.map(({ level, why }) => ({ level, why }))).toEqual([
    { level: 'patch', why: 'It changes no call by itself; each call that it is part of has a line of its own.' },
  ]);
});

test('what Redocly cannot read has no report', async () => {
  expect(await compareWithRedocly(goldenText, 'openapi: [')).toBeUndefined();
  expect(await compareWithRedocly('', goldenText)).toBeUndefined();
});
