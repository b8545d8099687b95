/** @jsxImportSource preact */
import { Choice } from './parts.tsx';
import { statusWords } from './route.ts';
import type { Part } from './state.ts';
import { providerOptions, subjectLike, subjects } from './subjects.ts';

/** Who is meant: where, what kind of user, how far verified; or somebody whom the mock has. */
export const Whom = ({ state, set, mock }: Part) => {
  const { subject, status } = state;
  const { provider } = subject;
  const users = mock.users.filter((user) => user.provider === provider);
  const kinds = subjects.filter((each) => each.provider === provider);
  const meaning = (id: string) => ({ users: { ...state.users, [provider]: id } });
  const choose = (id: string): void => {
    const user = users.find((each) => each.id === id);
    set({ ...meaning(id), ...(user && { subject: user.subject, status: user.status ?? status }) });
  };
  return (
    <section class="whom" aria-labelledby="whom">
      <h2 id="whom">Whom</h2>
      <div class="choices">
        <Choice
          label="Provider"
          value={provider}
          options={providerOptions}
          onChange={(name) => set({ subject: subjectLike(name, subject) })}
        />
        <Choice
          label="Kind"
          value={subject.slug}
          options={kinds.map(({ slug }) => [slug])}
          onChange={(slug) => set({ subject: kinds.find((each) => each.slug === slug) ?? subject, ...meaning('') })}
        />
        <Choice
          label="Status"
          value={status}
          options={statusWords(subject, status)}
          onChange={(word) => set({ status: word, ...meaning('') })}
        />
        {users.length > 0 && (
          <Choice
            label="User of the mock"
            value={state.users[provider] ?? ''}
            options={[['', 'anybody'], ...users.map(({ id, label }) => [id, label] as const)]}
            onChange={choose}
          />
        )}
      </div>
      {!subject.operation.reader.verification && (
        <p class="hint">{provider} holds no status; what is chosen here counts for the others.</p>
      )}
    </section>
  );
};
