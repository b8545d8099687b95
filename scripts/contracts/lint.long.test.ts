import { readFile } from '@amend/compiler/read';
import { lintDocuments } from '@amend/compiler/testing';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';

// `npm run check` fails when a contract breaks one of our rules: each rule is broken in real contracts, and the
// project's own configuration must say so.

type Path = (string | number)[];
type Mutation = [contract: string, path: Path, value: unknown];

const json = ['content', 'application/json'];
const schemas = (schema: string, ...path: Path): Path => ['components', 'schemas', schema, ...path];
const property = (schema: string, name: string, ...path: Path) => schemas(schema, 'properties', name, ...path);

/** The rule that must notice, and what is changed (`undefined` takes the key away). */
const mutations: Record<string, Mutation[]> = {
  'known-extensions': [
    ['hpay', ['webhooks', 'eventSent', 'post', 'x-retry'], 'safe'],
    ['hpay', property('UserUpdate', 'name', 'x-updateable'), []],
    ['stilt', ['info', 'x-source', 1, 'from'], 'https://docs'],
    ['machnet', ['paths', '/users/{user_id}', 'patch', 'x-after'], 'startKYC'],
    ['machnet', ['paths', '/users', 'post', 'x-after'], 'startKyc'],
  ],
  'update-properties-have-rules': [
    ['stilt', property('UserUpdate', 'email', 'x-updatable'), undefined],
    ['machnet', property('PhysicalDocumentInput', 'country', 'x-updatable'), []],
    ['machnet', property('IndividualUserUpdate', 'business', 'const'), undefined],
    ['hpay', ['paths', '/api/v1/users/{user_id}/', 'patch', 'requestBody'], undefined],
  ],
  'read-only-is-not-updatable': [['hpay', property('UserUpdate', 'name', 'readOnly'), true]],
  'updatable-items-match-enum': [
    ['machnet', property('IndividualUserUpdate', 'virtual_documents', 'x-updatable-items', 'kinds', 'SSNN'), []],
    ['machnet', property('IndividualUserUpdate', 'virtual_documents', 'x-updatable'), ['unverified']],
    ['machnet', schemas('PhysicalDocumentInput', 'required'), ['document_value']],
  ],
  'updatable-names-statuses': [['machnet', property('IndividualUserUpdate', 'email', 'x-updatable'), ['VERIFYED']]],
  'verification-covers-status': [
    ['machnet', schemas('User', 'x-verification', 'unknown'), []],
    ['machnet', schemas('UserKycEvent', 'x-verification', 'unknown'), []],
  ],
  'facts-have-sources': [
    ['machnet', ['webhooks', 'userKycChanged', 'post', 'x-source'], undefined],
    ['stilt', property('UserUpdate', 'email', 'x-source'), undefined],
    ['hpay', property('UserCreate', 'email', 'x-source'), undefined],
    ['ingo', ['servers', 1, 'x-source'], undefined],
    ['hpay', ['components', 'securitySchemes', 'apiKey', 'x-source'], undefined],
    ['stilt', ['paths', '/users', 'get', 'responses', '200', 'x-source'], undefined],
  ],
  'operations-declare-retry': [
    ['ingo', ['paths', '/user/update', 'post', 'x-retry'], undefined],
    ['stilt', ['paths', '/users/{user_id}', 'put', 'x-retry'], 'safe'],
    ['hpay', ['paths', '/api/v1/users/create/', 'post', 'x-retry'], 'idempotent'],
  ],
  'closed-requests-open-responses': [
    ['ingo', schemas('UserKycFailed', 'additionalProperties'), false],
    ['hpay', schemas('UserUpdate', 'additionalProperties'), undefined],
    ['stilt', property('UserUpdate', 'address', 'additionalProperties'), true],
    ['ingo', property('UserUpdate', 'city', 'type'), undefined],
    ['machnet', schemas('User', 'maxProperties'), 60],
  ],
  'safe-patterns': [
    ['stilt', schemas('Name', 'pattern'), "^([aA-zZ]+[,.]?[ ]?|[aA-zZ]+['-]?)+$"],
    ['stilt', property('UserUpdate', 'first_name', 'pattern'), '^(a+)+$'],
  ],
  'sensitive-properties-are-hidden': [
    ['stilt', property('Message', 'secret', 'type'), 'string'],
    ['ingo', property('UserUpdate', 'ssn', 'writeOnly'), undefined],
    ['stilt', property('UserUpdate', 'ssn', '$ref'), '#/components/schemas/Phone'],
    ['ingo', property('User', 'ssn_last_4', 'type'), undefined],
    ['machnet', schemas('VirtualDocument', 'if', 'properties', 'document_type', 'const'), 'SSNN'],
  ],
  'operations-have-examples': [
    ['stilt', ['webhooks', 'messageSent', 'post', 'requestBody', ...json, 'examples'], undefined],
    ['machnet', ['paths', '/users', 'post', 'requestBody', 'content', 'application/json', 'examples'], undefined],
    ['hpay', ['components', 'responses', 'NotFound', 'content'], undefined],
    ['stilt', ['components', 'examples', 'userFull', 'value'], undefined],
  ],
  'sets-fit-users': [
    ['machnet', ['paths', '/users/{user_id}/kyc', 'post', 'x-sets', 'status', 'RETRY'], undefined],
    ['hpay', ['paths', '/api/v1/users/{user_id}/disable', 'post', 'x-sets', 'is_active'], 'no'],
  ],
  'stored-values-have-places': [
    ['ingo', property('UserUpdate', 'ssn', 'x-stored-as', 'property'), 'ssn_last_5'],
    ['hpay', property('UserCreate', 'name', 'x-stored-as'), 'text'],
    ['stilt', property('User', 'email', 'x-unique'), true],
  ],
  'examples-say-what-fits': [
    ['stilt', ['components', 'responses', 'Invalid', ...json, 'examples', 'dob', 'x-answers', 'property'], 'date'],
    ['machnet', ['components', 'examples', 'verifiedBusiness', 'x-unshown', 'bussiness'], true],
  ],
  'webhooks-tell-events': [
    ['machnet', ['webhooks', 'userKycChanged', 'post', 'x-event', 'statuses', 'user_kyc_retry'], undefined],
    ['ingo', ['webhooks', 'userKycFailed', 'post', 'x-event', 'statuses', 'user.kyc.failed'], 'verified'],
    ['ingo', schemas('UserKycFailed', 'x-verification'), undefined],
    ['hpay', ['webhooks', 'eventSent', 'post', 'x-event', 'signed'], '$request.header.X-Webhook-Time'],
    ['stilt', ['webhooks', 'messageSent', 'post', 'x-event'], undefined],
  ],
  'nothing-undecided': [
    ['stilt', property('UserUpdate', 'email', 'x-undecided'), ['properties.email']],
    ['hpay', ['paths', '/api/v1/users/{user_id}/', 'put', 'x-undecided'], ['update']],
  ],
};

const parse = (path: string) => parseDocument(readFile(path));
const documents: Readonly<Record<string, ReturnType<typeof parse>>> = {
  ingo: parse('specs/ingo/v4.yaml'),
  machnet: parse('specs/machnet/v4.yaml'),
  stilt: parse('specs/stilt/v1.yaml'),
  hpay: parse('specs/hpay/v1.yaml'),
};

const mutate = ([contract, path, value]: Mutation): string => {
  const document = documents[contract]?.clone() ?? expect.fail(`There is no ${contract}.`);
  if (value === undefined) expect(document.deleteIn(path)).toBe(true);
  else document.setIn(path, value);
  return document.toString();
};

test('each of our rules guards the contracts', async () => {
  const config = readFile('redocly.yaml')
    .replace(/^telemetry:.*$/m, '')
    .replace(/^apis:[\s\S]*?(?=^\S)/m, '')
    .replace('packages/compiler/src/lint/plugin.ts', 'PLUGIN');
  const broken = Object.entries(mutations).flatMap(([rule, changes]) =>
    changes.map((change) => ({
      rule,
      name: `${rule} ${change[0]} ${change[1].join(' ')}`.replaceAll('/', '~'),
      change,
    })),
  );
  const verdicts = await lintDocuments(
    Object.fromEntries(broken.map(({ name, change }) => [name, mutate(change)])),
    config,
  );
  const unnoticed = broken.filter(
    ({ rule, name }) => !verdicts[name]?.some((line) => line.startsWith(`amend/${rule} `)),
  );
  expect(unnoticed.map(({ name }) => name)).toEqual([]);
});

test('each of our rules is on, and is tried above', () => {
  const on = [...readFile('redocly.yaml').matchAll(/^ {2}amend\/([a-z-]+): error$/gm)].map(([, name]) => name);
  const defined = [...readFile('packages/compiler/src/lint/plugin.ts').matchAll(/^ {6}'([a-z-]+)':/gm)].map(
    ([, name]) => name,
  );
  expect(on).toEqual(defined);
  expect(Object.keys(mutations)).toEqual(defined);
});
