import { type FieldState, fieldsFor, type User } from 'amend';
import { machnetIndividual } from 'amend/machnet';

/** What the form is made of, and where it goes. */
export interface ProfileForm {
  readonly user: User;
  /** Sends a patch, and answers with what is wrong with it; with nothing if it was carried out. */
  readonly save: (patch: object) => Promise<readonly FormIssue[]>;
}

export interface FormIssue {
  readonly message: string;
  readonly path?: readonly PropertyKey[];
}

const inputTypes: Readonly<Record<string, string>> = { email: 'email', date: 'date', password: 'password' };

const valueAt = (user: User, field: string): unknown =>
  field.split('.').reduce<unknown>((value, part) => (value ? Reflect.get(Object(value), part) : undefined), user);

/** One labelled input; a locked one is disabled, and says why. */
const createInput = ({ field, label, schema, editable, reason }: FieldState, user: User): HTMLElement => {
  const row = document.createElement('label');
  const input = document.createElement('input');
  const stored = valueAt(user, field);
  input.name = field;
  input.type = inputTypes[String(schema.format)] ?? 'text';
  input.defaultValue = typeof stored === 'string' ? stored : '';
  input.disabled = !editable;
  const hint = document.createElement('small');
  hint.textContent = editable ? '' : reason;
  row.append(label, input, hint);
  return row;
};

/** What differs from what the form was filled with, as a patch. */
const readPatch = (form: HTMLFormElement): Record<string, unknown> => {
  const patch: Record<string, unknown> = {};
  for (const input of form.querySelectorAll('input')) {
    if (input.disabled || input.value === input.defaultValue) continue;
    const [name = '', part] = input.name.split('.');
    patch[name] = part === undefined ? input.value : { ...(patch[name] as object), [part]: input.value };
  }
  return patch;
};

const showIssues = (form: HTMLFormElement, issues: readonly FormIssue[]): void => {
  for (const place of form.querySelectorAll('input:not(:disabled) + small, output')) place.textContent = '';
  for (const { message, path = [] } of issues) {
    const input = form.querySelector<HTMLInputElement>(`input[name="${path.join('.')}"]`);
    const place = input?.nextElementSibling ?? form.querySelector('output');
    if (place) place.textContent = message;
  }
};

/** A form of what Machnet has of a person, in which only what may change in the person's status can be changed. */
export const createProfileForm = ({ user, save }: ProfileForm): HTMLFormElement => {
  const form = document.createElement('form');
  const fields = fieldsFor(machnetIndividual.update, user.verification ?? 'unknown');
  const inputs = fields.filter(({ schema }) => schema.type === 'string').map((field) => createInput(field, user));
  const button = document.createElement('button');
  button.textContent = 'Save';
  form.append(...inputs, button, document.createElement('output'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    showIssues(form, await save(readPatch(form)));
  });
  return form;
};
