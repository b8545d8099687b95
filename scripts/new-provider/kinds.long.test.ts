import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InstalledClone, installedClone } from './test-data/installed-clone.ts';

// What real documents have, in the contracts of two providers that do not exist: each goes through the command, and what is
// generated compiles and passes its own tests.

const original = readFileSync(fileURLToPath(new URL('test-data/contract.yaml', import.meta.url)), 'utf8');

type Change = readonly [wanted: string, by: string];

const changed = (changes: readonly Change[]): string =>
  changes.reduce((text, [wanted, by]) => {
    if (!text.includes(wanted)) throw new Error(`The contract has no ${wanted}`);
    return text.replaceAll(wanted, () => by);
  }, original);

const server = "  - { url: 'https://sandbox.acme.example/v1', description: Sandbox., x-source: *made }";
const security = '  - { apiKey: [], ClientID: [] }';
const header = 'apiKey: { type: apiKey, in: header, name: X-Acme-Key,';
const secondHeader = 'ClientID: { type: apiKey, in: header, name: X-Acme-Client,';
const always = 'x-updatable: [unverified, verified], x-source: *made';
const words = Array.from({ length: 249 }, (_, index) => `W${index}`);
const tier = '        tier: { type: string, enum: [basic, gold], description: What Acme offers., x-updatable';
const shownTier = '        tier: { type: string, description: What Acme offers. }\n        created_at';
const part = (name: string, property: string) => `    ${name}:
      description: A place.
      type: object
      additionalProperties: false
      required: [kind]
      x-source: *made
      properties: { kind: { type: string, const: ${name}, description: What. }, ${property} }
`;

/** Values of many kinds, in servers with variables, with alternatives wherever there can be some. */
const values: readonly Change[] = [
  [
    server,
    "  - { url: 'https://{region}.acme.example', description: Sandbox., x-source: *made, variables: { region: { default: eu, enum: [eu, us], description: Where. } } }",
  ],
  [security, '  - { apiKey: [] }\n  - { ClientID: [] }'],
  [header, 'apiKey: { type: apiKey, in: query, name: key,'],
  [secondHeader, 'ClientID: { type: http, scheme: basic,'],
  [
    "properties: { data: { $ref: '#/components/schemas/User' } }",
    "properties: { data: { anyOf: [{ $ref: '#/components/schemas/User' }, { $ref: '#/components/schemas/Error' }] } }",
  ],
  [
    "        '404': { $ref: '#/components/responses/NotFound' }\n    put:",
    "        '404': { $ref: '#/components/responses/NotFound' }\n        '409': { $ref: '#/components/responses/BadRequest' }\n        default: { $ref: '#/components/responses/BadRequest' }\n    put:",
  ],
  [
    tier,
    `        nation: { type: string, enum: [${words}], title: Nation, deprecated: true, default: W0, example: W1, description: Where from., ${always} }
        metadata: { type: object, additionalProperties: { type: string }, x-update: partial, description: Your own keys., ${always} }
        terms_at: { type: string, format: date-time, description: When., ${always} }
        visits: { type: integer, format: int64, description: How often., ${always} }
        home: { oneOf: [{ $ref: '#/components/schemas/Street' }, { $ref: '#/components/schemas/Box' }], discriminator: { propertyName: kind }, x-update: replacement, description: Where., ${always} }
        set_at: { type: string, format: date-time, readOnly: true, description: When. }
${tier}`,
  ],
  [
    shownTier,
    `        nation: { type: string, enum: [${words}], description: Where from. }
        metadata: { type: object, additionalProperties: { type: string }, description: Your own keys. }
        home: { type: object, description: Where. }
        pin: { type: string, format: password, writeOnly: true, description: A secret. }
${shownTier}`,
  ],
  [
    '    UserAnswer:\n',
    `${part('Street', 'line1: { type: string, description: Street. }')}${part('Box', 'number: { type: integer, description: Number. }')}    UserAnswer:\n`,
  ],
];

const parameter = (name: string, header: string, schema: string, value: string) =>
  `    ${name}: { name: ${header}, in: header, required: true, description: A header., schema: { ${schema} }, examples: { one: { summary: One, value: ${value} } } }\n`;

/** Calls of many kinds: without bodies, with headers, forms, numbers for ids, tokens, and without a host. */
const calls: readonly Change[] = [
  [server, '  - { url: /v1, description: Anywhere., x-source: *made }'],
  [security, '  - { apiKey: [] }'],
  [header, 'apiKey: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } },'],
  [`    ${secondHeader} description: The client., x-source: *made }\n`, ''],
  [
    "        '201': { $ref: '#/components/responses/User' }",
    "        '201': { description: Made., x-source: *made, headers: { Location: { description: Where., schema: { type: string } } } }",
  ],
  [
    '      x-retry: never\n',
    `      x-retry: { idempotent-by: Idempotency-Key }\n      parameters: [${['Key', 'Version', 'Account'].map((name) => `{ $ref: '#/components/parameters/${name}' }`)}]\n`,
  ],
  [
    '  responses:\n    User:',
    `  parameters:\n${parameter('Key', 'Idempotency-Key', 'type: string', 'k1')}${parameter('Version', 'Acme-Version', "type: string, const: '2026-01-01'", "'2026-01-01'")}${parameter('Account', 'Acme-Account', 'type: string', 'a1')}\n  responses:\n    User:`,
  ],
  [
    'schema: { type: string }\n        examples: { jane: { summary: Jane, value: usr_8fk2m1 } }',
    'schema: { type: integer }\n        examples: { jane: { summary: Jane, value: 4711 } }',
  ],
  [' id: usr_8fk2m1', ' token: 4711'],
  ['required: [id, state', 'required: [token, state'],
  [
    '        id: { type: string, description: The id. }',
    '        token: { type: integer, x-role: identifier, description: The id. }',
  ],
  [
    "          application/json:\n            schema: { $ref: '#/components/schemas/UserUpdate' }",
    "          application/x-www-form-urlencoded:\n            schema: { $ref: '#/components/schemas/UserUpdate' }",
  ],
  [
    "      content:\n        application/json:\n          schema: { $ref: '#/components/schemas/UserAnswer' }",
    "      content:\n        application/hal+json:\n          schema: { $ref: '#/components/schemas/UserAnswer' }",
  ],
];

const contracts = { wares: values, calling: calls };
const names = Object.keys(contracts) as (keyof typeof contracts)[];
const folder = mkdtempSync(join(tmpdir(), 'amend-kinds-'));
let clone: InstalledClone;
const made = new Map<string, { readonly code: number; readonly out: string }>();

beforeAll(async () => {
  clone = await installedClone();
  for (const name of names) {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, changed(contracts[name]));
    const command = [
      process.execPath,
      '--conditions=amend-source',
      'scripts/new-provider.ts',
      name,
      '--contract',
      file,
    ];
    made.set(name, await clone.run('', ...(command as [string])));
  }
}, 600_000);
afterAll(() => {
  clone.remove();
  rmSync(folder, { recursive: true });
}, 300_000);

describe.each(names)('%s', (name) => {
  test('goes through the command', () => {
    expect(made.get(name)).toMatchObject({ code: 0 });
  });

  test.each([
    ['its client compiles', `packages/${name}`, 'tsc', '-p', '.'],
    ['its client passes its tests', `packages/${name}`, process.execPath, 'node_modules/vitest/vitest.mjs', 'run'],
  ])('%s', async (_, at, program, ...args) => {
    expect(await clone.run(at, program, ...args)).toMatchObject({ code: 0 });
  });
});

test('their mappings compile', async () => {
  expect(await clone.run('packages/amend', 'tsc', '-p', '.')).toMatchObject({ code: 0 });
});
