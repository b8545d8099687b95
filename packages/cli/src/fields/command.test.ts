import { describe, expect, test } from 'vitest';
import { amend } from '../testing/fake-io.ts';

const lineOf = (out: string, field: string): string | undefined =>
  out.split('\n').find((line) => line.trimStart().startsWith(`${field} `));

describe('the table', () => {
  test.each([
    [['machnet'], 'email', /^email +yes +no +cannot change once the user is verified \[1\]; leave it out\.$/],
    [['machnet'], 'phone', /^phone +yes +yes +may change \[1\]\.$/],
    [['machnet'], 'SSN', /^ {2}SSN +yes +no +cannot change once/],
    [['machnet', '--status', 'verified'], 'email', /^email +no +cannot change once/],
    [
      ['machnet', '--status', 'UNKNOWN'],
      'email',
      /^email +no +cannot change while it is not known whether the user is verified \[1\]/,
    ],
    [['machnet', '--type', 'business'], 'email', /^email +yes +yes +may change/],
    [
      ['hpay', '--operation', 'replace'],
      'externalId',
      /^externalId +no +required; can never change \[\d\]; leave it out\.$/,
    ],
    [['stilt'], 'ssn', /^ssn +no +can never change/],
    [['ingo', '--operation', 'create'], 'email', /^email +yes +required; may be set\.$/],
    [['ingo'], 'ingo', /^ingo states no rules by status/],
  ])('of %j tells about %s', async (args, field, line) => {
    const { code, out, err } = await amend(['fields', ...args]);
    expect([code, err]).toEqual([0, '']);
    expect(out.slice(out.indexOf('\n') + 1)).toSatisfy((rest: string) => line.test(lineOf(rest, field) ?? ''));
  });

  test('names the sources once, and its columns', async () => {
    const { out } = await amend(['fields', 'machnet']);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'machnet individual, update',
      '',
      expect.stringMatching(/^field +unverified +verified +reason$/),
    ]);
    expect(out.split('\n').filter((line) => line.startsWith('[1]'))).toEqual([
      '[1] Machnet, Update User, updatable fields for send user (individual)',
    ]);
  });

  test('fits a terminal, in colour', async () => {
    const { out } = await amend(['fields', 'machnet'], { isTTY: true, columns: 80 });
    expect(out).toContain('\u001b[31mno\u001b[39m');
    const plain = await amend(['fields', 'machnet'], { isTTY: true, columns: 80, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
    const [table = ''] = plain.out.split('\n\n[1]');
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await amend(['fields', 'machnet'], { isTTY: true, env: { TERM: 'dumb' } })).out).not.toContain('\u001b');
  });
});

test('--json has a list for each status', async () => {
  const { out } = await amend(['fields', 'machnet', '--json']);
  const { statuses, ...about } = JSON.parse(out);
  expect(about).toEqual({ provider: 'machnet', type: 'individual', operation: 'update', documented: true });
  expect(statuses.map(({ status }: { status: string }) => status)).toEqual(['unverified', 'verified']);
  expect(statuses[1].fields).toContainEqual({
    field: 'email',
    label: 'E-mail address',
    schema: { type: 'string', format: 'email' },
    editable: false,
    required: false,
    reason: expect.stringMatching(/^email cannot change once the user is verified \(Machnet/),
  });
  const hpay = JSON.parse((await amend(['fields', 'hpay', '--json'])).out);
  expect(hpay.operation).toBe('patch');
  expect(hpay.statuses).toEqual([{ status: 'unknown', fields: expect.any(Array) }]);
});
