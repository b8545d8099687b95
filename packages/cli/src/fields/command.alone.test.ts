import { describe, expect, test, vi } from 'vitest';
import { amend } from '../testing/fake-io.ts';

vi.mock('amend/providers', async (original) => ({
  ...(await original<object>()),
  ...(await import('../testing/golden-providers.ts')),
}));

const lineOf = (out: string, field: string): string | undefined =>
  out.split('\n').find((line) => line.trimStart().startsWith(`${field} `));

describe('the table', () => {
  test.each([
    [['golden'], 'email', /^email +yes +no +cannot change once the user is verified \[1\]; leave it out\.$/],
    [['golden'], 'phone', /^phone +yes +yes +may change \[1\]\.$/],
    [['golden'], 'SSN', /^ {2}SSN +yes +no +cannot change once/],
    [['golden', '--status', 'verified'], 'email', /^email +no +cannot change once/],
    [
      ['golden', '--status', 'UNKNOWN'],
      'email',
      /^email +no +cannot change while it is not known whether the user is verified \[1\]/,
    ],
    [['golden', '--type', 'business'], 'email', /^email +yes +yes +may change/],
    [
      ['silver', '--operation', 'replace'],
      'externalId',
      /^externalId +no +required; can never change \[\d\]; leave it out\.$/,
    ],
    [['silver'], 'externalId', /^externalId +no +can never change/],
    [['silver', '--operation', 'create'], 'phone', /^phone +yes +required; may be set\.$/],
    [['silver'], 'silver', /^silver states no rules by status/],
  ])('of %j tells about %s', async (args, field, line) => {
    const { code, out, err } = await amend(['fields', ...args]);
    expect([code, err]).toEqual([0, '']);
    expect(out.slice(out.indexOf('\n') + 1)).toSatisfy((rest: string) => line.test(lineOf(rest, field) ?? ''));
  });

  test('names the sources once, and its columns', async () => {
    const { out } = await amend(['fields', 'golden']);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'golden individual, update',
      '',
      expect.stringMatching(/^field +unverified +verified +reason$/),
    ]);
    expect(out.split('\n').filter((line) => line.startsWith('[1]'))).toEqual(['[1] Golden, Update, persons']);
  });

  test('fits a terminal, in colour', async () => {
    const { out } = await amend(['fields', 'golden'], { isTTY: true, columns: 80 });
    expect(out).toContain('\u001b[31mno\u001b[39m');
    const plain = await amend(['fields', 'golden'], { isTTY: true, columns: 80, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
    const [table = ''] = plain.out.split('\n\n[1]');
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await amend(['fields', 'golden'], { isTTY: true, env: { TERM: 'dumb' } })).out).not.toContain('\u001b');
  });
});

test('--json has a list for each status', async () => {
  const { out } = await amend(['fields', 'golden', '--json']);
  const { statuses, ...about } = JSON.parse(out);
  expect(about).toEqual({ provider: 'golden', type: 'individual', operation: 'update', documented: true });
  expect(statuses.map(({ status }: { status: string }) => status)).toEqual(['unverified', 'verified']);
  expect(statuses[1].fields.find(({ field }: { field: string }) => field === 'email')).toMatchObject({
    field: 'email',
    property: 'email',
    label: 'E-mail address',
    schema: { type: 'string', format: 'email' },
    editable: false,
    required: false,
    reason: expect.stringMatching(/^email cannot change once the user is verified \(Golden/),
  });
  const silver = JSON.parse((await amend(['fields', 'silver', '--json'])).out);
  expect(silver.operation).toBe('update');
  expect(silver.statuses).toEqual([{ status: 'unknown', fields: expect.any(Array) }]);
});

test('a status may be the provider’s own word', async () => {
  const { code, out } = await amend(['fields', 'golden', '--status', 'closed']);
  expect(code).toBe(0);
  expect(out).toMatch(/^email +no +cannot change while the user is neither verified nor unverified/m);
  expect(JSON.parse((await amend(['fields', 'golden', '--status', 'closed', '--json'])).out).statuses[0].status).toBe(
    'CLOSED',
  );
  expect((await amend(['fields', 'silver', '--status', 'closed'])).err).toMatch(
    /unknown status closed; there are unverified, verified, unknown\./,
  );
});
