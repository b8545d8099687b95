import { createHpay } from '@amend/hpay';
import { createMock } from '@amend/mock';
import { fieldsFor, patchSchema, plan, send } from 'amend';
import { hpayUser } from 'amend/hpay';

// A test as a frontend writes one: a form's fields, and a change, sent to the mock in this process.

test('a change is planned, sent and seen', async () => {
  const mock = await createMock({ only: ['hpay'] });
  const baseUrl = 'http://localhost/hpay';
  const hpay = createHpay({ apiKey: 'any', secretKey: 'any', baseUrl, fetch: mock.fetch });
  const { patch } = hpayUser;
  expect(fieldsFor(patch, 'unknown').find(({ field }) => field === 'email')?.editable).toBe(true);
  const form = { email: 'new@example.com' };
  expect((await patchSchema(patch, { id: 'user_abc123' })['~standard'].validate(form)).issues).toBe(undefined);
  const change = plan(patch, { id: 'user_abc123', patch: form });
  expect(change.state).toBe('ready');
  const sent = await send(change, hpay);
  expect(sent.ok && sent.data.email).toBe('new@example.com');
  await mock.close();
});
