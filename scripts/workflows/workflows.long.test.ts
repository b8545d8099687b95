import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { contracts, parseYaml, readModel, readFile as readRepositoryFile } from '@amend/compiler/read';
import { beforeAll, describe, expect, test } from 'vitest';
import { listen } from './listen.ts';
import { type MockTarget, startMock } from './mock.ts';
import { runWorkflows } from './run-workflows.ts';
import { type WorkflowFile, workflowFiles } from './workflows.ts';

const root = resolve(import.meta.dirname, '../..');
const fileOf = (provider: string): WorkflowFile => {
  const file = workflowFiles.find((candidate) => candidate.provider === provider);
  if (!file) throw new Error(`${provider} has no workflows.`);
  return file;
};

let target: MockTarget;

beforeAll(async () => {
  target = await startMock();
  return target.close;
});

describe('against a mock that checks signatures and keys', () => {
  test.for(workflowFiles)('$path passes', async (file, { signal }) => {
    const { passed, text } = await runWorkflows(file, target, signal);
    expect(passed, text).toBe(true);
    expect(text).toContain(`Workflows: ${file.workflows.length} passed, ${file.workflows.length} total`);
  });

  test.for(workflowFiles)('$path passes again, with users of its own', async (file, { signal }) => {
    const { passed, text } = await runWorkflows(file, target, signal);
    expect(passed, text).toBe(true);
  });
});

interface Walked {
  readonly workflows: readonly { readonly steps: readonly { readonly operationId: string }[] }[];
}

test('every update of every contract is walked', () => {
  const called = workflowFiles.flatMap(({ path, sources }) => {
    const { workflows } = parseYaml(path, readRepositoryFile(path)).document as unknown as Walked;
    return workflows.flatMap(({ steps }) =>
      steps.map(({ operationId }) => {
        const [name = '', source] = operationId.split('.').toReversed();
        const { contract } = (source ? sources.find((each) => each.name === source) : sources[0]) ?? {};
        return `${contract} ${name}`;
      }),
    );
  });
  const updates = contracts.flatMap(({ name }) =>
    readModel(name).operations.flatMap(({ id, update }) => (update ? [`${name} ${id}`] : [])),
  );
  expect(updates).toContain('machnet@v4 updateUser');
  expect(updates.filter((update) => !called.includes(update))).toEqual([]);
});

interface Broken {
  readonly provider: string;
  /** Sent with every request. */
  readonly prefer?: string;
  /** A fault for the mock to have. */
  readonly fault?: object;
  readonly credentials?: Readonly<Record<string, string>>;
  /** A change of the workflows' text. */
  readonly change?: readonly [from: string, to: string];
  /** The steps that fail. */
  readonly steps: readonly string[];
}

/** The mock again, with a `Prefer` in each request. */
const prefer = async (preference: string): Promise<MockTarget> => {
  const { origin, close } = await listen(async (incoming, outgoing) => {
    const { method = 'GET', url = '' } = incoming;
    const headers: Record<string, string> = { ...(incoming.headers as Record<string, string>), prefer: preference };
    const body = await buffer(incoming);
    const response = await target.fetch(`http://${headers.host}${url}`, {
      method,
      headers,
      ...(body.length > 0 && { body }),
    });
    outgoing.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? '' });
    outgoing.end(await response.text());
  });
  const addressOf = (contract: string) => target.addressOf(contract).replace(target.origin, origin);
  return { ...target, addressOf, close };
};

const changed = async (file: WorkflowFile, folder: string, [from, to]: readonly [string, string]) => {
  const text = await readFile(join(root, file.path), 'utf8');
  expect(text).toContain(from);
  const path = join(folder, 'changed.arazzo.yaml');
  const here = resolve(root, file.path, '..');
  await writeFile(path, text.replace(from, to).replaceAll(/url: (v\d+\.yaml)/g, `url: ${here}/$1`));
  return { ...file, path };
};

const cases: [string, Broken][] = [
  ['machnet without its rules', { provider: 'machnet', prefer: 'rules=off', steps: ['updateLocked'] }],
  ['stilt without its rules', { provider: 'stilt', prefer: 'rules=off', steps: ['updateSsn'] }],
  ['hpay without its rules', { provider: 'hpay', prefer: 'rules=off', steps: ['replaceWithAnotherId'] }],
  [
    'ingo that fails once',
    {
      provider: 'ingo',
      fault: { provider: 'ingo', operation: 'updateUser', status: 500 },
      steps: ['updateUnverified'],
    },
  ],
  ['ingo with another secret', { provider: 'ingo', credentials: { secret: 'another' }, steps: ['create'] }],
  ['stilt with another client', { provider: 'stilt', credentials: { clientUuid: 'another' }, steps: ['create'] }],
  ['machnet with another secret', { provider: 'machnet', credentials: { clientSecret: 'another' }, steps: ['create'] }],
  ['hpay with another key', { provider: 'hpay', credentials: { apiKey: 'another' }, steps: ['create'] }],
  [
    'a status that nobody answers with',
    { provider: 'hpay', change: ['$statusCode == 404', '$statusCode == 410'], steps: ['getDeleted'] },
  ],
  [
    'a birth date that is refused',
    { provider: 'stilt', change: ["dob: '1990-04-16'", "dob: '2024-04-16'"], steps: ['updateAddress'] },
  ],
  [
    'an adult where a child is refused',
    { provider: 'stilt', change: ['dob: 2024/05/05', 'dob: 1984/05/05'], steps: ['updateUnderAge'] },
  ],
  [
    'an e-mail address left out of what Ingo refuses',
    {
      provider: 'ingo',
      change: ['email: b-{$faker.string.uuid()}@example.com', 'first_name: Robin'],
      steps: ['updateEmail'],
    },
  ],
  [
    'an SSN that shows in place of its mask',
    { provider: 'machnet', change: ['"*****1113"', '"000451113"'], steps: ['getCreated'] },
  ],
  ['a field that shows', { provider: 'stilt', change: ['!@.ssn', '!@.email'], steps: ['getCreated'] }],
  ['another field that shows', { provider: 'stilt', change: ['!@.dob', '!@.phone'], steps: ['getCreated'] }],
];

describe('what is broken fails', () => {
  test.for(cases)('%s', async ([, broken], { signal }) => {
    const { provider, prefer: preference, fault, credentials, change, steps } = broken;
    const folder = await mkdtemp(join(tmpdir(), 'amend-workflows-'));
    const preferring = preference ? await prefer(preference) : undefined;
    try {
      if (fault) {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify(fault);
        await fetch(`${target.origin}/__amend/faults`, { method: 'POST', headers, body });
      }
      const file = change ? await changed(fileOf(provider), folder, change) : fileOf(provider);
      const known = { ...target.credentialsOf(provider), ...credentials };
      const asked = { ...(preferring ?? target), credentialsOf: () => known };
      const { passed, text } = await runWorkflows(file, asked, signal);
      expect(passed).toBe(false);
      const failed = [...text.matchAll(/stepId - (\w+)/g)].map(([, step]) => step);
      expect([...new Set(failed)], text).toEqual(steps);
      expect(Object.values(known).filter((secret) => text.includes(secret))).toEqual([]);
    } finally {
      await preferring?.close();
      await rm(folder, { recursive: true });
    }
  });
});

test('no report shows a credential, not even one that came back', async ({ signal }) => {
  const { origin, close } = await listen(({ headers }, outgoing) => {
    const detail = [headers['api-key'], headers['secret-key']];
    outgoing.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ detail }));
  });
  const credentialsOf = () => ({ apiKey: 'planted-key', secretKey: 'planted-secret' });
  const { passed, text } = await runWorkflows(fileOf('hpay'), { addressOf: () => origin, credentialsOf }, signal);
  await close();
  expect(passed).toBe(false);
  expect(text).toContain('*****');
  expect(text).not.toContain('planted');
});
