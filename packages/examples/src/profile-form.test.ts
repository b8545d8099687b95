// @vitest-environment happy-dom
import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';
import type { User } from 'amend';
import { expect, test, vi } from 'vitest';
import { createProfileForm, type FormIssue } from './profile-form.ts';
import { createUserRoute } from './server-route.ts';

const mock = await createMock({ only: ['machnet'], seed: 'examples' });
const credentials = { clientId: 'any', clientSecret: 'any' };
const route = createUserRoute(
  createMachnet({ ...credentials, baseUrl: 'http://localhost/machnet', fetch: mock.fetch }),
);

const open = async (status: string) => {
  const id = mock.fixtures.find((each) => each.status === status && !each.name.includes('usiness'))?.id;
  const address = `http://localhost/users/${id}`;
  const read = async (): Promise<User> => (await route(new Request(address))).json();
  const save = vi.fn(async (patch: object): Promise<FormIssue[]> => {
    const response = await route(new Request(address, { method: 'PATCH', body: JSON.stringify(patch) }));
    return response.ok ? [] : (await response.json()).issues;
  });
  const form = createProfileForm({ user: await read(), save });
  const input = (name: string): HTMLInputElement => {
    const found = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (!found) throw new Error(`The form has no input ${name}.`);
    return found;
  };
  const submit = () => form.dispatchEvent(new Event('submit', { cancelable: true }));
  return { input, submit, save, read };
};

test('greys out what the status locks, and says why', async () => {
  const { input } = await open('VERIFIED');
  expect(input('email').disabled).toBe(true);
  expect(input('email').nextElementSibling?.textContent).toContain('cannot change once the user is verified');
  expect(input('phone').disabled).toBe(false);
});

test('leaves the same field open before', async () => {
  const { input } = await open('UNVERIFIED');
  expect(input('email').disabled).toBe(false);
});

test('sends only what was changed, and the provider keeps it', async () => {
  const { input, submit, save, read } = await open('VERIFIED');
  input('address.city').value = 'Austin';
  submit();
  await vi.waitFor(async () => expect((await read()).address?.city).toBe('Austin'));
  expect(save.mock.calls).toEqual([[{ address: { city: 'Austin' } }]]);
});

test('shows at its input what is wrong', async () => {
  const { input, submit, save } = await open('VERIFIED');
  input('phone').value = '5550132';
  submit();
  await vi.waitFor(() => expect(input('phone').nextElementSibling?.textContent).toContain('phone must be'));
  expect(save).toHaveBeenCalledOnce();
});

test('does not go on showing what was wrong before', async () => {
  const { input, submit } = await open('UNVERIFIED');
  const said = (name: string) => input(name).nextElementSibling?.textContent;
  input('phone').value = '5550132';
  submit();
  await vi.waitFor(() => expect(said('phone')).toContain('phone must be'));
  input('phone').value = '+12105550132';
  input('email').value = 'no address';
  submit();
  await vi.waitFor(() => expect(said('email')).toContain('email must'));
  expect(said('phone')).toBe('');
});
