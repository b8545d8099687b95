import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { type FormPath, formOf } from 'amend';
import { machnetIndividual } from 'amend/machnet';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { FieldInput, isText } from './field-input.tsx';
import type { ProfileProps } from './profile-props.ts';

const { update } = machnetIndividual;

/** A form with React Hook Form. */
export const ProfileForm = ({ user, save }: ProfileProps) => {
  const { fields, values, schema, patchOf } = useMemo(() => formOf(update, user), [user]);
  const form = useForm({ values, resolver: standardSchemaResolver(schema) });
  const submit = form.handleSubmit(async (changed) => {
    for (const { path = [], message } of await save(patchOf(changed)))
      form.setError(path.length > 0 ? (path.join('.') as FormPath<typeof update>) : 'root', { message });
  });
  const errorAt = (name: FormPath<typeof update>) => form.getFieldState(name, form.formState).error?.message;
  return (
    <form onSubmit={submit} noValidate>
      {fields.filter(isText).map((state) => (
        <FieldInput key={state.field} state={state} error={errorAt(state.field)} {...form.register(state.field)} />
      ))}
      <button type="submit">Save</button>
      <p role="alert">{form.formState.errors.root?.message}</p>
    </form>
  );
};
