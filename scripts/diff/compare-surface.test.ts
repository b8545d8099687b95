import { golden, goldenText } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { compareContract } from './compare-contract.ts';
import type { SchemaReport } from './compare-schemas.ts';
import { compareWithRedocly } from './run-redocly.ts';

// Each change of what callers name.

type Replacement = readonly [wanted: string, by: string];

const page = '        - { name: page, in: query, schema: { type: integer, minimum: 1, default: 1 } }\n';
const [sandbox, live] = [
  "  - { url: 'https://sandbox.golden.example/v1', description: Sandbox }\n",
  "  - { url: 'https://golden.example/v1' }\n",
];

const changed = (replacements: readonly Replacement[]): string =>
  replacements.reduce((text, [wanted, by]) => {
    expect(text).toContain(wanted);
    return text.replaceAll(wanted, by);
  }, goldenText);

const told = (after: string, report: SchemaReport | undefined): string[] =>
  compareContract({ contract: golden, before: goldenText, after }, report).map(({ level, what }) => `${level} ${what}`);

test.each<[string, readonly Replacement[], what: string]>([
  [
    'a path parameter is renamed',
    [
      ['{user_id}', '{id}'],
      ['name: user_id', 'name: id'],
    ],
    'updateUser has the path parameters id, and had user_id',
  ],
  [
    'a security scheme is renamed',
    [['    apiKey: {', '    appKey: {']],
    'The header of the credential apiKey is no longer exported by this name',
  ],
  ['the first server changes', [['sandbox.golden', 'test.golden']], 'The server that clients call by default was'],
  ['another server comes first', [[sandbox + live, live + sandbox]], 'The server that clients call by default was'],
  [
    'a server is added before the first',
    [[sandbox, `  - { url: 'https://new.golden.example/v1' }\n${sandbox}`]],
    'The server that clients call by default was',
  ],
  [
    'a success with another body is added',
    [
      [
        "        '204': { description: Gone. }",
        "        '200': { description: Gone., content: { application/json: { schema: { type: string } } } }\n        '204': { description: Gone. }",
      ],
    ],
    'deleteUser may be answered with another body than before',
  ],
  [
    'a success without a body is added',
    [
      [
        "        '400': { $ref: '#/components/responses/Failed' }\n    put",
        "        '204': { description: Done. }\n        '400': { $ref: '#/components/responses/Failed' }\n    put",
      ],
    ],
    'updateUser may be answered with another body than before',
  ],
  [
    'a success without a body is added under a status that may have one',
    [
      [
        "        '400': { $ref: '#/components/responses/Failed' }\n    put",
        "        '202': { description: Later. }\n        '400': { $ref: '#/components/responses/Failed' }\n    put",
      ],
    ],
    'updateUser may be answered with another body than before',
  ],
  [
    'a media type changes',
    [
      [
        "content: { application/json: { schema: { $ref: '#/components/schemas/Problems' } } }",
        "content: { text/plain: { schema: { $ref: '#/components/schemas/Problems' } } }",
      ],
    ],
    'The media type text/plain is not handled',
  ],
  [
    'a schema is renamed',
    [
      ['schemas/Name', 'schemas/FullName'],
      ['    Name: {', '    FullName: {'],
    ],
    'The type Name is no longer exported by this name',
  ],
  [
    'the schema of an answer is renamed',
    [
      ['schemas/Accepted', 'schemas/Taken'],
      ['    Accepted:', '    Taken:'],
    ],
    'The type Accepted is no longer exported by this name',
  ],
  [
    'the schema of an update is renamed',
    [['UserReplacement', 'UserReplace']],
    'The type UserReplacement is no longer exported by this name',
  ],
  [
    'a schema that nobody refers to is removed',
    [['    Check:\n', '    Verification:\n']],
    'The type Check is no longer exported by this name',
  ],
  [
    'a parameter of the components is renamed',
    [['XDate', 'XDay']],
    'The type XDate is no longer exported by this name',
  ],
  [
    'a response of the components is renamed',
    [
      ['responses/Created', 'responses/Made'],
      ['    Created:', '    Made:'],
    ],
    'The type Created is no longer exported by this name',
  ],
])('%s', (_, replacements, what) => {
  const lines = told(changed(replacements), { reportVersion: '1', changes: [] });
  expect(lines).toContainEqual(expect.stringMatching(`^major .*${what}`));
});

// What Redocly tells of itself: none may be told as less than it is, nor as more.
test.concurrent.for<[string, readonly Replacement[], level: 'major' | 'minor', what: string]>([
  ['a query parameter is renamed', [['name: page', 'name: offset']], 'major', '`page` query parameter was renamed'],
  ['a query parameter is removed', [[`      parameters:\n${page}`, '']], 'major', 'All parameters were removed'],
  [
    'a query parameter becomes required',
    [['name: page,', 'name: page, required: true,']],
    'major',
    '`page` query parameter became required',
  ],
  [
    'a query parameter has another type',
    [['query, schema: { type: integer', 'query, schema: { type: string']],
    'major',
    'Type narrowed',
  ],
  [
    'a required query parameter is added',
    [[page, `${page}${page.replace('page,', 'size, required: true,')}`]],
    'major',
    'Required `size` query parameter was added',
  ],
  ['a query parameter is added', [[page, page + page.replace('page', 'size')]], 'minor', 'Parameter was added'],
  ['a header is renamed', [['name: X-Date', 'name: X-Day']], 'major', '`X-Date` header parameter was renamed'],
  [
    'a header becomes required',
    [['name: X-Date', 'name: X-Date\n      required: true']],
    'major',
    '`X-Date` header parameter became required',
  ],
  ['an operationId is renamed', [['listUsers', 'findUsers']], 'major', "changed from 'listUsers' to 'findUsers'"],
  ['a method changes', [['    put:\n', '    post:\n']], 'major', 'Operation `PUT /users/{user_id}` was removed'],
  ['a path changes', [['  /users:\n', '  /people:\n']], 'major', 'Path `/users` was removed'],
  [
    'a security scheme has another header',
    [['name: api_key }', 'name: api-key }']],
    'major',
    '`name` of security scheme `apiKey` changed',
  ],
  [
    'a credential becomes needed',
    [['paths:', 'security: [{ apiKey: [] }]\n\npaths:']],
    'major',
    'Authentication became required',
  ],
  [
    'a success status is removed',
    [["        '201': { $ref: '#/components/responses/Created' }\n", '']],
    'major',
    'Response `201` was removed',
  ],
  [
    'a success with the same body is added',
    [
      [
        "        '400': { $ref: '#/components/responses/Failed' }\n    put",
        "        '201': { $ref: '#/components/responses/Created' }\n        '400': { $ref: '#/components/responses/Failed' }\n    put",
      ],
    ],
    'minor',
    'Response was added',
  ],
  [
    'an error status is added',
    [["        '404': {", "        '409': { $ref: '#/components/responses/Failed' }\n        '404': {"]],
    'minor',
    'Response was added',
  ],
])('%s', async ([, replacements, level, what]) => {
  const after = changed(replacements);
  const lines = told(after, await compareWithRedocly(goldenText, after));
  expect(lines.filter((line) => line.includes(what))).toEqual([expect.stringMatching(`^${level} `)]);
  if (level === 'minor') expect(lines.join('\n')).not.toContain('major ');
});
