/** @jsxImportSource preact */
import type { MockUser } from './accounts.ts';
import { Choice } from './parts.tsx';
import { statusWords } from './route.ts';
import type { State, Update } from './state.ts';
import { providerNames, subjectLike, subjects } from './subjects.ts';

const someone = 'anybody';

/** Who is meant: where, what kind of user, how far verified; or somebody whom the mock has. */
export const Whom = ({ state, set, users }: { state: State; set: Update; users: readonly MockUser[] }) => {
  const { subject, status } = state;
  const { provider } = subject;
  const own = users.filter((user) => user.provider === provider);
  const withoutUser = { users: { ...state.users, [provider]: '' } };
  return (
    <section class="whom" aria-labelledby="whom">
      <h2 id="whom">Whom</h2>
      <div class="choices">
        <Choice
          label="Provider"
          value={provider}
          options={providerNames.map((name) => [name, name])}
          onChoose={(name) => set({ subject: subjectLike(name, subject) })}
        />
        <Choice
          label="Kind"
          value={subject.slug}
          options={subjects.filter((each) => each.provider === provider).map(({ slug }) => [slug, slug])}
          onChoose={(slug) =>
            set({
              subject: subjects.find((each) => each.provider === provider && each.slug === slug) ?? subject,
              ...withoutUser,
            })
          }
        />
        <Choice
          label="Status"
          value={status}
          options={statusWords(subject, status)}
          onChoose={(word) => set({ status: word, ...withoutUser })}
        />
        {own.length > 0 && (
          <Choice
            label="User of the mock"
            value={state.users[provider] ?? ''}
            options={[['', someone], ...own.map(({ id, label }) => [id, label] as const)]}
            onChoose={(id) => {
              const user = own.find((each) => each.id === id);
              set({
                users: { ...state.users, [provider]: id },
                ...(user && { subject: user.subject, status: user.status ?? status }),
              });
            }}
          />
        )}
      </div>
      {!subject.operation.reader.verification && (
        <p class="hint">{provider} holds no status; what is chosen here counts for the others.</p>
      )}
    </section>
  );
};
