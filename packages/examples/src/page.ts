import type { User } from 'amend';
import { createProfileForm, type FormIssue } from './profile-form.ts';

// The page of `serve.ts`: a form for one user, kept by the server's route.

const address = `/users/${new URLSearchParams(location.search).get('user')}`;

const show = async (): Promise<void> => {
  const response = await fetch(address);
  const user = (await response.json()) as User;
  document.querySelector('main')?.replaceChildren(createProfileForm({ user, save }));
};

const save = async (patch: object): Promise<readonly FormIssue[]> => {
  const response = await fetch(address, { method: 'PATCH', body: JSON.stringify(patch) });
  const { issues, message = 'This did not work.' } = (await response.json()) as Partial<FormIssue> & {
    issues?: FormIssue[];
  };
  if (!response.ok) return issues ?? [{ message }];
  await show();
  return [];
};

await show();
