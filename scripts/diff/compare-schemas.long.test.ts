import { golden, goldenText } from '@amend/compiler/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Change } from './change.ts';
import { compareContract, subjectOf } from './compare-contract.ts';
import { schemaChanges } from './compare-schemas.ts';
import { compareWithRedocly } from './run-redocly.ts';

// Redocly itself is run: what it calls major is what this project relies on. It is asked once for the cases of each
// document, which touch different places, and tells of them and of nothing else.

interface Case {
  replace: readonly [wanted: string, by: string];
  want: string[];
}

const page = '        - { name: page, in: query, schema: { type: integer, minimum: 1, default: 1 } }\n';
const size = page.replace('page', 'size');
const failed = "        '400': { $ref: '#/components/responses/Failed' }\n    put";

type Cases = Record<string, Case>;

const details: Cases = {
  'a description is reworded': {
    replace: ['description: Gone.', 'description: Deleted.'],
    want: ['patch description of a Response was modified: DELETE /users/{user_id} responses/204'],
  },
  'the values of a request stand in another order': {
    replace: ['enum: [SSN, PASSPORT]', 'enum: [PASSPORT, SSN]'],
    want: [
      'patch enum of a Schema was modified: PATCH /users/{user_id} requestBody/content/application/json/schema/anyOf/0/properties/documents/items/properties/document_type',
    ],
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
  'a component is added': {
    replace: ['    Document:\n', '    Unused: { type: string }\n    Document:\n'],
    want: ['patch Schema was added: components schemas Unused'],
  },
  'a required query parameter is added': {
    replace: [page, page + size.replace('size,', 'size, required: true,')],
    want: ['major Required `size` query parameter was added'],
  },
  'a method changes': {
    replace: ['    put:\n', '    post:\n'],
    want: ['major Operation `PUT /users/{user_id}` was removed', 'minor Operation was added: POST /users/{user_id}'],
  },
};

const additions: Cases = {
  'a query parameter is added': {
    replace: [page, page + size],
    want: ['minor Parameter was added: GET /users parameters/1'],
  },
  'a success with the same body is added': {
    replace: [failed, `        '201': { $ref: '#/components/responses/Created' }\n${failed}`],
    want: ['minor Response was added: PATCH /users/{user_id} responses/201'],
  },
  'an error status is added': {
    replace: ["        '404': {", "        '409': { $ref: '#/components/responses/Failed' }\n        '404': {"],
    want: ['minor Response was added: DELETE /users/{user_id} responses/409'],
  },
};

const documents: Cases[] = [
  {
    'a property is removed': {
      replace: ['        website: { type: string, format: uri }\n', ''],
      want: ['major Property `website` of `User` was removed'],
    },
    'a property becomes required': {
      replace: ['required: [reference, name]', 'required: [reference, name, note]\n      '],
      want: ['major Properties of `UserReplacement` became required: `note`'],
    },
    'an operation is removed': {
      replace: ['    delete:\n      operationId: deleteUser', '    patch2:\n      operationId: deleteUser'],
      want: ['major Operation `DELETE /users/{user_id}` was removed'],
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
    'a query parameter is renamed': {
      replace: ['name: page', 'name: offset'],
      want: ['major `page` query parameter was renamed to `offset`'],
    },
    'a header is renamed': {
      replace: ['name: X-Date', 'name: X-Day'],
      want: ['major `X-Date` header parameter was renamed to `X-Day`'],
    },
    'a security scheme has another header': {
      replace: ['name: api_key }', 'name: api-key }'],
      want: ["major `name` of security scheme `apiKey` changed from 'api_key' to 'api-key'"],
    },
    'a success status is removed': {
      replace: ["        '201': { $ref: '#/components/responses/Created' }\n", ''],
      want: ['major Response `201` was removed'],
    },
  },
  {
    'an answer has a new property': {
      replace: ['        website: {', '        nickname: { type: string }\n        website: {'],
      want: [
        'minor Schema was added: GET /users responses/200/content/application/json/schema/items/properties/nickname',
      ],
    },
    'an operation has another method': {
      replace: ['    delete:\n', '    post:\n'],
      want: [
        'major Operation `DELETE /users/{user_id}` was removed',
        'minor Operation was added: POST /users/{user_id}',
      ],
    },
    'a request takes another value': {
      replace: ['enum: [SSN, PASSPORT]', 'enum: [SSN, VISA, PASSPORT]'],
      want: [
        'minor enum gained values that can be sent, VISA: PATCH /users/{user_id} requestBody/content/application/json/schema/anyOf/0/properties/documents/items/properties/document_type',
      ],
    },
    'an answer has another value': {
      replace: ['enum: [success]', 'enum: [success, failure]'],
      want: ["major Enum of `outcome` gained values: 'failure'"],
    },
    'a query parameter is removed': {
      replace: [`      parameters:\n${page}`, ''],
      want: ['major All parameters were removed'],
    },
    'a header becomes required': {
      replace: ['name: X-Date', 'name: X-Date\n      required: true'],
      want: ['major `X-Date` header parameter became required'],
    },
  },
  {
    'a path changes': {
      replace: ['  /users/{user_id}:', '  /people/{user_id}:'],
      want: ['major Path `/users/{user_id}` was renamed to `/people/{user_id}`'],
    },
    'a query parameter becomes required': {
      replace: ['name: page,', 'name: page, required: true,'],
      want: ['major `page` query parameter became required'],
    },
    'a query parameter has another type': {
      replace: ['query, schema: { type: integer', 'query, schema: { type: string'],
      want: ["major Type narrowed from 'integer' to 'string'"],
    },
    'a credential becomes needed': {
      replace: ['paths:', 'security: [{ apiKey: [] }]\n\npaths:'],
      want: ['major Authentication became required'],
    },
  },
  details,
  {
    'a path without parameters changes': {
      replace: ['  /users:\n', '  /people:\n'],
      want: ['major Path `/users` was removed', 'minor PathItem was added: /people'],
    },
  },
  additions,
];

const changed = (cases: Cases): string =>
  Object.values(cases).reduce((text, { replace: [wanted, by] }) => {
    expect(text).toContain(wanted);
    return text.replace(wanted, by);
  }, goldenText);

const shown = ({ level, what }: Change): string => `${level} ${what}`;

const changesIn = async (after: string): Promise<Change[]> => {
  const report = await compareWithRedocly(goldenText, after);
  return report ? schemaChanges(subjectOf(golden), report, () => 1) : [];
};

describe.each(documents.map((cases) => ({ cases, names: Object.keys(cases).join(', ') })))('$names', ({ cases }) => {
  let told: string[];
  beforeAll(async () => {
    told = (await changesIn(changed(cases))).map(shown);
  });

  test.each(Object.entries(cases))('%s', (_, { want }) => expect(told).toEqual(expect.arrayContaining(want)));

  test('nothing else is told', () => {
    const wanted = Object.values(cases).flatMap(({ want }) => want);
    expect(told.toSorted()).toEqual(wanted.toSorted());
  });
});

test('what is minor to Redocly is no more to us', async () => {
  const after = changed(additions);
  const report = await compareWithRedocly(goldenText, after);
  const told = compareContract({ contract: golden, before: goldenText, after }, report);
  expect(told.changes.map(({ level }) => level)).toEqual(['minor', 'minor', 'minor']);
});

test('a change says in which line it is', async () => {
  const after = changed(details);
  const change = (await changesIn(after)).find(({ what }) => what.startsWith('description of a Response'));
  const line = after.slice(0, after.indexOf('Deleted.')).split('\n').length;
  expect(change?.where).toBe(`${golden.path}:${line}#/paths/~1users~1{user_id}/delete/responses/204/description`);
});

test('a component that is new is said to change nothing by itself', async () => {
  const changes = await changesIn(changed(details));
  expect(changes.find(({ what }) => what.endsWith('Unused'))?.why).toBe(
    'It changes no call by itself; each call that it is part of has a line of its own.',
  );
});

test('what Redocly cannot read has no report', async () => {
  expect(await compareWithRedocly(goldenText, 'openapi: [')).toBeUndefined();
  expect(await compareWithRedocly('', goldenText)).toBeUndefined();
});
