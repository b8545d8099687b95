import { useForm } from '@tanstack/react-form';
import { formOf } from 'amend';
import { machnetIndividual } from 'amend/machnet';
import { useMemo } from 'react';
import { FieldInput, isText } from './field-input.tsx';
import type { ProfileProps } from './profile-props.ts';

/** The same form with TanStack Form. */
export const ProfileForm = ({ user, save }: ProfileProps) => {
  const { fields, values, schema, patchOf } = useMemo(() => formOf(machnetIndividual.update, user), [user]);
  const onSubmitAsync = async ({ value }: { value: typeof values }) => {
    const issues = await save(patchOf(value));
    const told = issues.map(({ path = [], message }): [string, { message: string }] => [path.join('.'), { message }]);
    const { '': whole, ...fields } = Object.fromEntries(told);
    return issues.length > 0 && { form: whole?.message, fields };
  };
  const onSubmitInvalid = () => document.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  const form = useForm({ defaultValues: values, validators: { onSubmit: schema, onSubmitAsync }, onSubmitInvalid });
  return (
    <form noValidate action={() => form.handleSubmit()}>
      {fields.filter(isText).map((state) => (
        <form.Field key={state.field} name={state.field}>
          {({ state: { value, meta }, handleChange }) => (
            <FieldInput
              state={state}
              error={meta.errors[0]?.message}
              value={String(value)}
              onChange={({ target }) => handleChange(target.value)}
            />
          )}
        </form.Field>
      ))}
      <button type="submit">Save</button>
      <form.Subscribe selector={({ errors }) => errors}>
        {(errors) => <p role="alert">{errors.filter((error) => typeof error === 'string')}</p>}
      </form.Subscribe>
    </form>
  );
};
