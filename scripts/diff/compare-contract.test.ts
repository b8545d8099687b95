import { golden, goldenText } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import type { Change } from './change.ts';
import { type ContractVersions, compareContract as compare } from './compare-contract.ts';
import type { SchemaReport } from './compare-schemas.ts';

const compareContract = (versions: ContractVersions, schemas: SchemaReport | undefined): readonly Change[] =>
  compare(versions, schemas).changes;

/** What is put in the place of what, everywhere, and what is said of it. */
interface Case {
  replace: readonly (readonly [wanted: string, by: string])[];
  want: string[];
}

const passport = 'PASSPORT: [unverified, verified]';
const documents = 'updateUser.documents (PersonUpdate)';
/** Everything that makes an update of `replaceUser`. */
const rulesOfReplacement: [string, string][] = [
  ['      x-update: replacement\n', ''],
  ['      x-rules-documented: false\n      required: [reference, name]\n', ''],
  [", x-updatable: [], x-source: { evidence: seed, from: 'Golden, Replace' }", ''],
  [", x-updatable: [unverified, verified], x-source: { evidence: seed, from: 'Golden, Replace' }", ''],
];

const word = (sides: string): [string, string][] => [
  ['verified: [DONE], unverified: [OPEN, CHECKING], unknown: [CLOSED]', sides],
];

const cases: Record<string, Case> = {
  nothing: { replace: [], want: [] },
  'a comment': { replace: [['openapi:', '# New.\nopenapi:']], want: [] },
  'the order of words': { replace: [['unverified: [OPEN, CHECKING]', 'unverified: [CHECKING, OPEN]']], want: [] },
  'a field is locked': {
    replace: [['x-updatable: [unverified]', 'x-updatable: []']],
    want: ['major updateUser.name (PersonUpdate) can no longer be sent while the user is unverified'],
  },
  'a field is unlocked': {
    replace: [['x-updatable: [unverified]', 'x-updatable: [unverified, verified]']],
    want: ['minor updateUser.name (PersonUpdate) can now be sent while the user is verified'],
  },
  'a field changes its status': {
    replace: [['x-updatable: [unverified]', 'x-updatable: [verified]']],
    want: [
      'major updateUser.name (PersonUpdate) can no longer be sent while the user is unverified',
      'minor updateUser.name (PersonUpdate) can now be sent while the user is verified',
    ],
  },
  'a kind is locked': {
    replace: [[passport, 'PASSPORT: [unverified]']],
    want: [`major ${documents} of the kind PASSPORT can no longer be sent while the user is verified`],
  },
  'a kind is unlocked': {
    replace: [['SSN: [unverified]', 'SSN: [unverified, verified]']],
    want: [`minor ${documents} of the kind SSN can now be sent while the user is verified`],
  },
  'a kind loses its rule': {
    replace: [[`\n              ${passport}`, '']],
    want: [`major ${documents} of the kind PASSPORT has no rule any more`],
  },
  'a kind is new': {
    replace: [['SSN: [unverified]', 'SSN: [unverified]\n              VISA: [unverified]']],
    want: [`minor ${documents} of the kind VISA is new and can be sent while the user is unverified`],
  },
  'a kind is new and locked': {
    replace: [['SSN: [unverified]', 'SSN: [unverified]\n              VISA: []']],
    want: [`minor ${documents} of the kind VISA is new and can never be sent`],
  },
  'the kind is told by another property': {
    replace: [['property: document_type', 'property: document_value']],
    want: [`major ${documents}: the kind is told by document_value, not document_type`],
  },
  'an effect is added': {
    replace: [
      [
        "name: { type: string, x-updatable: [unverified, verified], x-source: { evidence: seed, from: 'Golden, Update' } }",
        "name: { type: string, x-updatable: [unverified, verified], x-effect: archives-previous, x-source: { evidence: seed, from: 'Golden, Update' } }",
      ],
    ],
    want: ['major updateUser.name (BusinessUpdate) now has the effect archives-previous'],
  },
  'an effect is removed': {
    replace: [['          x-effect: archives-previous\n', '']],
    want: [`minor ${documents} no longer has the effect archives-previous`],
  },
  'a field becomes an identifier': {
    replace: [
      [
        "reference: { type: string, x-updatable: [], x-source: { evidence: seed, from: 'Golden, Replace' } }",
        "reference: { type: string, x-role: identifier, x-source: { evidence: seed, from: 'Golden, Replace' } }",
      ],
    ],
    want: ['major replaceUser.reference (UserReplacement) was field of the user and is identifier'],
  },
  'a credential becomes an identifier': {
    replace: [['x-role: credential', 'x-role: identifier']],
    want: ['major updateUser.api_key (PersonUpdate) was credential and is identifier'],
  },
  'a field becomes read-only': {
    replace: [['          x-updatable: [unverified]\n', '          readOnly: true\n']],
    want: ['major updateUser.name (PersonUpdate) is no field of the update any more'],
  },
  'a field leaves the schema too, which Redocly tells': {
    replace: [
      [
        "        name: { type: string, x-updatable: [unverified, verified], x-source: { evidence: seed, from: 'Golden, Replace' } }\n",
        '',
      ],
    ],
    want: ['major The contract golden@v1 differs'],
  },
  'an update has one body more, which Redocly tells': {
    replace: [
      [
        "                - $ref: '#/components/schemas/BusinessUpdate'\n",
        "                - $ref: '#/components/schemas/BusinessUpdate'\n                - $ref: '#/components/schemas/PetUpdate'\n",
      ],
      [
        '    UserReplacement:\n',
        `    PetUpdate:
      type: object
      x-rules-documented: true
      properties:
        name: { type: string, x-updatable: [], x-source: { evidence: seed, from: 'Golden, Update' } }
    UserReplacement:
`,
      ],
    ],
    want: ['major The contract golden@v1 differs'],
  },
  'rules are no longer documented': {
    replace: [['x-rules-documented: true', 'x-rules-documented: false']],
    want: ['minor updateUser (PersonUpdate): the provider states no rules by status'],
  },
  'rules become documented': {
    replace: [
      ['      x-rules-documented: false\n      properties', '      x-rules-documented: true\n      properties'],
    ],
    want: ['patch updateUser (BusinessUpdate): the provider states its rules by status'],
  },
  'an update replaces': {
    replace: [['x-update: partial', 'x-update: replacement']],
    want: ['major updateUser was a partial update and is a replacement'],
  },
  'an update becomes partial': {
    replace: [['x-update: replacement', 'x-update: partial']],
    want: ['major replaceUser was a replacement update and is a partial'],
  },
  'an update has no rules any more': {
    replace: rulesOfReplacement,
    want: [
      'major replaceUser has no rules for UserReplacement any more',
      'patch The rule of replaceUser changed',
      'patch The rule of reference (UserReplacement) changed',
      'patch The rule of name (UserReplacement) changed',
    ],
  },
  'a call is asked for after an update': {
    replace: [['x-update: replacement', 'x-update: replacement\n      x-after: listUsers']],
    want: ['major replaceUser now asks for listUsers after it'],
  },
  'no call is asked for after an update any more': {
    replace: [['      x-after: listUsers\n', '']],
    want: ['minor updateUser no longer asks for listUsers after it'],
  },
  'another call is asked for after an update': {
    replace: [['x-after: listUsers', 'x-after: createUser']],
    want: ['major updateUser asks for createUser after it, not listUsers'],
  },
  'a retry becomes stricter': {
    replace: [['{ idempotent-unless: [documents] }', 'never']],
    want: ['minor updateUser is no longer repeated in all cases in which it was'],
  },
  'a retry depends on another property': {
    replace: [['{ idempotent-unless: [documents] }', '{ idempotent-unless: [name] }']],
    want: [
      'minor updateUser is no longer repeated in all cases in which it was',
      'minor updateUser is repeated in cases in which it was not',
    ],
  },
  'a retry becomes looser': {
    replace: [['x-retry: never', 'x-retry: safe']],
    want: ['minor createUser is repeated in cases in which it was not'],
  },
  'a retry is reworded': {
    replace: [['x-retry: safe', 'x-retry: idempotent']],
    want: ['patch listUsers says in another way when it is repeated'],
  },
  'the status moves': {
    replace: [['{ property: status,', '{ property: outcome,']],
    want: ['major The status of User is told by outcome, not status'],
  },
  'the status of another schema moves': {
    replace: [['{ property: state,', '{ property: phase,']],
    want: ['major The status of Check is told by phase, not state'],
  },
  'a schema no longer tells the status': {
    replace: [
      [
        '      x-verification: { property: state, verified: [DONE], unverified: [OPEN, CHECKING], unknown: [CLOSED] }\n',
        '',
      ],
    ],
    want: ['major Check no longer tells the status'],
  },
  'a schema now tells the status': {
    replace: [
      [
        '    Accepted:\n      type: object\n',
        `    Accepted:
      type: object
      x-verification: { property: ticket, verified: [DONE], unverified: [OPEN, CHECKING], unknown: [CLOSED] }
`,
      ],
    ],
    want: ['minor Accepted now tells the status'],
  },
  'a word leaves verified': {
    replace: word('verified: [OK], unverified: [OPEN, CHECKING], unknown: [CLOSED]'),
    want: ['major The status DONE was verified and is unlisted', 'minor The status OK was unlisted and is verified'],
  },
  'a word leaves unverified': {
    replace: word('verified: [DONE], unverified: [OPEN], unknown: [CLOSED, CHECKING]'),
    want: ['major The status CHECKING was unverified and is unknown'],
  },
  'a word changes sides': {
    replace: word('verified: [DONE, CHECKING], unverified: [OPEN], unknown: [CLOSED]'),
    want: ['major The status CHECKING was unverified and is verified'],
  },
  'a word becomes known': {
    replace: word('verified: [DONE], unverified: [OPEN, CHECKING, CLOSED]'),
    want: ['minor The status CLOSED was unknown and is unverified'],
  },
  'a word stays unknown': {
    replace: word('verified: [DONE], unverified: [OPEN, CHECKING]'),
    want: ['patch The status CLOSED was unknown and is unlisted'],
  },
  'an event means something else': {
    replace: [['unverified: [], unknown: [check.failed]', 'unverified: [check.failed]']],
    want: ['major After the event check.failed the user was unknown and is unverified'],
  },
  'an event means something else, and a source is reworded': {
    replace: [
      ['unverified: [], unknown: [check.failed]', 'unverified: [check.failed]'],
      ["from: 'Golden, Replace' } }\n        name", "from: 'Golden, Put' } }\n        name"],
    ],
    want: [
      'major After the event check.failed the user was unknown and is unverified',
      'patch The source of reference changed',
    ],
  },
  'an event is new': {
    replace: [
      ['enum: [check.done, check.failed]', 'enum: [check.done, check.failed, check.open]'],
      ['unverified: [], unknown: [check.failed]', 'unverified: [check.open], unknown: [check.failed]'],
      ['check.failed: CLOSED }', 'check.failed: CLOSED, check.open: OPEN }'],
    ],
    want: [
      'minor The event check.open is new, and the user is then unverified',
      'patch The rule of webhooks.userChecked.post changed',
    ],
  },
  'an event is gone': {
    replace: [
      ['enum: [check.done, check.failed]', 'enum: [check.done]'],
      [', unknown: [check.failed] }', ' }'],
      [', check.failed: CLOSED }', ' }'],
    ],
    want: [
      'major The event check.failed is gone, after which the user was unknown',
      'patch The rule of webhooks.userChecked.post changed',
    ],
  },
  'an event tells another word': {
    replace: [
      ['unverified: [], unknown: [check.failed]', 'unverified: [check.failed]'],
      ['check.failed: CLOSED }', 'check.failed: OPEN }'],
    ],
    want: [
      'major After the event check.failed the user was unknown and is unverified',
      'major The event check.failed told CLOSED and tells OPEN',
    ],
  },
  'a part of an event stands elsewhere': {
    replace: [['user: $request.body#/data/user_id', 'user: $request.body#/data/id']],
    want: ['major userChecked: its user stands at data/id, and stood at data/user_id, if it is there'],
  },
  'a part of an event stands nowhere any more': {
    replace: [['        user: $request.body#/data/user_id\n', '']],
    want: ['major userChecked: its user stands nowhere any more'],
  },
  'a part of an event has a place': {
    replace: [['      x-event:\n', '      x-event:\n        signed: $request.header.X-Time\n']],
    want: ['minor userChecked: its signed stands at X-Time, if it is there'],
  },
  'a source is reworded': {
    replace: [["from: 'Golden, Replace' } }\n        name", "from: 'Golden, Put' } }\n        name"]],
    want: ['patch The source of reference changed'],
  },
  'examples are added': {
    replace: [['website: { type: string,', 'website: { examples: [x], type: string,']],
    want: ['patch The list of examples of website was added'],
  },
  'a conflict is added': {
    replace: [['operationId: listUsers', 'operationId: listUsers\n      x-conflict: { GOL-1: They differ. }']],
    want: ['patch The conflict of sources of get was added'],
  },
  'alternatives change their order': {
    replace: [
      [
        "- $ref: '#/components/schemas/PersonUpdate'\n                - $ref: '#/components/schemas/BusinessUpdate'",
        "- $ref: '#/components/schemas/BusinessUpdate'\n                - $ref: '#/components/schemas/PersonUpdate'",
      ],
    ],
    want: ['major The contract golden@v1 differs'],
  },
  'a key that the generator does not handle': {
    replace: [['x-retry: safe', 'x-retry: safe\n      callbacks: {}']],
    want: [
      'major No rules could be read. packages/compiler/golden/contract.yaml:LINE: The key callbacks is not handled on a Operation; leave it out, or describe a webhook',
    ],
  },
};

/** Level and text; the number of a line is of no account here. */
const shown = ({ level, what }: Change): string => `${level} ${what.replace(/yaml:[0-9]+/, 'yaml:LINE')}`;

const unchanged: SchemaReport = { reportVersion: '1', changes: [] };

test.each(Object.entries(cases))('%s', (_, { replace, want }) => {
  let after = goldenText;
  for (const [wanted, by] of replace) {
    expect(after).toContain(wanted);
    after = after.replaceAll(wanted, by);
  }
  const changes = compareContract({ contract: golden, before: goldenText, after }, unchanged);
  expect(changes.map(shown)).toEqual(want);
});

test('an update that had no rules could send everything', () => {
  const before = rulesOfReplacement.reduce((text, [rule]) => text.replaceAll(rule, ''), goldenText);
  const changes = compareContract({ contract: golden, before, after: goldenText }, unchanged);
  expect(changes.map(shown).filter((line) => line.includes('.reference'))).toEqual([
    'major replaceUser.reference (UserReplacement) can no longer be sent while the user is unverified',
    'major replaceUser.reference (UserReplacement) can no longer be sent while the user is verified',
  ]);
});

test('kinds that only one version tells apart had the rule of the whole list', () => {
  const whole = goldenText.replace(/ +x-updatable-items:\n(?: {12,}.*\n)+/, '');
  const told = (before: string, after: string) =>
    compareContract({ contract: golden, before, after }, unchanged).map(shown);
  expect(told(whole, goldenText)).toEqual([
    `major ${documents} of the kind SSN can no longer be sent while the user is verified`,
  ]);
  expect(told(goldenText, whole)).toEqual([
    `minor ${documents} of the kind SSN can now be sent while the user is verified`,
  ]);
});

test.each([
  ['is new', { before: undefined, after: goldenText }, 'minor The contract golden@v1 is new'],
  ['is gone', { before: goldenText, after: undefined }, 'major The contract golden@v1 is gone'],
  [
    'cannot be read at the base',
    { before: goldenText.replace('x-effect:', 'x-efect:'), after: goldenText },
    "major No rules could be read. At the base, packages/compiler/golden/contract.yaml:LINE: The key x-efect is not in our vocabulary (specs/README.md); leave out a key of the vendor's own, as `npm run import` does",
  ],
])('a contract that %s', (_, texts, want) => {
  expect(compareContract({ contract: golden, ...texts }, unchanged).map(shown)).toEqual([want]);
});

test('without a report of Redocly, the schemas count as broken', () => {
  const after = goldenText.replace('description: Gone.', 'description: Deleted.');
  const changes = compareContract({ contract: golden, before: goldenText, after }, undefined);
  expect(changes).toMatchObject([{ level: 'major', what: expect.stringContaining('Redocly'), where: golden.path }]);
});

test('of what is gone, the line is the one where it would be now', () => {
  const at = '#/components/schemas/User/properties/gone';
  const gone = { path: at, typeName: 'Schema', kind: 'removed', impact: 'major', verdicts: [] } as const;
  const after = goldenText.replace('    User:\n', '    # Moved.\n\n    User:\n');
  const [change] = compareContract(
    { contract: golden, before: goldenText, after },
    { reportVersion: '1', changes: [{ ...gone, verdicts: [], base: { pointer: at, line: 999 } }] },
  );
  const user = after.split('\n').indexOf('    User:');
  const line = after.split('\n').indexOf('      properties:', user) + 1;
  expect(change).toMatchObject({ line, where: `${golden.path}:${line}${at}` });
});

test('a change says where it is and why it matters', () => {
  const after = goldenText.replace('x-updatable: [unverified]', 'x-updatable: []');
  const line = after.slice(0, after.indexOf('x-updatable: []')).split('\n').length;
  expect(compareContract({ contract: golden, before: goldenText, after }, unchanged)).toEqual([
    {
      subject: 'golden@v1',
      provider: 'golden',
      part: 'contract',
      level: 'major',
      what: 'updateUser.name (PersonUpdate) can no longer be sent while the user is unverified',
      file: golden.path,
      line,
      where: `${golden.path}:${line}#/components/schemas/PersonUpdate/properties/name/x-updatable`,
      why: 'A change that was sent in this status is refused from now on.',
      rule: expect.objectContaining({ name: 'name (PersonUpdate)', file: golden.path, line }),
    },
  ]);
});
