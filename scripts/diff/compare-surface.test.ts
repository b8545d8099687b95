import { golden, goldenText } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { compareContract } from './compare-contract.ts';

// Each change of what callers name.

type Replacement = readonly [wanted: string, by: string];

const [sandbox, live] = [
  "  - { url: 'https://sandbox.golden.example/v1', description: Sandbox }\n",
  "  - { url: 'https://golden.example/v1' }\n",
];

const changed = (replacements: readonly Replacement[]): string =>
  replacements.reduce((text, [wanted, by]) => {
    expect(text).toContain(wanted);
    return text.replaceAll(wanted, by);
  }, goldenText);

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
        "content: { application/json: { schema: { $ref: '#/components/schemas/Progress' } } }",
        "content: { text/plain: { schema: { $ref: '#/components/schemas/Progress' } } }",
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
  const versions = { contract: golden, before: goldenText, after: changed(replacements) };
  const lines = compareContract(versions, { reportVersion: '1', changes: [] }).changes.map(
    ({ level, what }) => `${level} ${what}`,
  );
  expect(lines).toContainEqual(expect.stringMatching(`^major .*${what}`));
});
