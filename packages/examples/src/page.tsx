import type { Patch, User } from 'amend';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ProfileForm as HookForm } from './profile-hook-form.tsx';
import type { Issues } from './profile-props.ts';
import { ProfileForm as TanstackForm } from './profile-tanstack.tsx';

// The page of `serve.ts`: a form for one user, kept by the server's route. `?form=tanstack` chooses the library.

const query = new URLSearchParams(location.search);
const address = `/users/${query.get('user')}`;
const ProfileForm = query.get('form') === 'tanstack' ? TanstackForm : HookForm;

/** What the route answers, or why there is nothing. */
const call = async (init?: RequestInit): Promise<{ user?: User; issues: Issues }> => {
  try {
    const response = await fetch(address, init);
    const body = await response.json();
    return response.ok ? { user: body, issues: [] } : { issues: body.issues ?? [{ message: body.message }] };
  } catch {
    return { issues: [{ message: 'The server was not reached, or not understood.' }] };
  }
};

const Page = () => {
  const [user, setUser] = useState<User>();
  const [said, say] = useState('');
  const take = (answer: Awaited<ReturnType<typeof call>>): Issues => {
    if (answer.user) setUser(answer.user);
    return answer.issues;
  };
  useEffect(() => {
    call().then((answer) => say(take(answer)[0]?.message ?? ''));
  }, []);
  const save = async (patch: Patch): Promise<Issues> => {
    say('');
    const issues = take(await call({ method: 'PATCH', body: JSON.stringify(patch) }));
    if (issues.length === 0) say('Saved.');
    return issues;
  };
  return (
    <>
      <h1>A profile at Machnet</h1>
      {user && <ProfileForm user={user} save={save} />}
      <p role="status">{said}</p>
    </>
  );
};

const main = document.querySelector('main');
if (main) createRoot(main).render(<Page />);
