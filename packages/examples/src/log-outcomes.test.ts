import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';
import { plan, redact, send, toUser, updateAll } from 'amend';
import { machnetIndividual } from 'amend/machnet';
import { type LoggerOptions, pino } from 'pino';
import { expect, test } from 'vitest';

// What pino makes of what a change gives back, with no serializer of its own.

const mock = await createMock({ only: ['machnet'], seed: 'logs' });
const options = { clientId: 'any', clientSecret: 'any', baseUrl: 'http://localhost/machnet', fetch: mock.fetch };
const machnet = createMachnet(options);
const id = mock.fixtures.find(({ status }) => status === 'VERIFIED')?.id ?? '';

const lineOf = (facts: object, options: LoggerOptions = {}): string => {
  const lines: string[] = [];
  pino({ timestamp: false, ...options }, { write: (line: string) => void lines.push(line) }).info(facts);
  return lines.join('');
};

test('a log of a change shows nothing private, and of a user only what is redacted', async () => {
  const { update } = machnetIndividual;
  const answer = await machnet.getUser({ path: { user_id: id } });
  const current = toUser(update, answer.ok ? answer.data : {});
  const born = `"dateOfBirth":"${current.dateOfBirth}"`;
  expect(lineOf({ current })).toContain(born);
  const patch = { phone: '+12105550132' };
  const redacted = [
    { user: redact(current) },
    { outcomes: await updateAll(patch, [{ operation: update, id, client: machnet }]) },
    { sent: await send(plan(update, { current, patch }), machnet) },
  ];
  for (const facts of redacted) {
    expect(lineOf(facts)).toContain('"dateOfBirth":{"masked":"****-**-**"}');
    expect(lineOf(facts)).not.toContain(current.dateOfBirth);
    expect(lineOf(facts)).not.toContain('"native"');
  }
});

test('what stands under no name is copied by pino, and shown redacted by a formatter of one line', async () => {
  const { update } = machnetIndividual;
  const sent = await send(plan(update, { id, status: 'verified', patch: { phone: '+12105550133' } }), machnet);
  const { dateOfBirth } = sent.ok ? sent.data : {};
  expect(lineOf(sent)).toContain(`"dateOfBirth":"${dateOfBirth}"`);
  const log = (facts: { toJSON?: () => object }) => ({ ...(facts.toJSON?.() ?? facts) });
  const line = lineOf(sent, { formatters: { log } });
  expect(line).toContain('"dateOfBirth":{"masked":"****-**-**"}');
  expect(line).not.toContain('"native"');
});
