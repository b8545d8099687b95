import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { formOf, type Patch, type User } from 'amend';
import { machnetIndividual } from 'amend/machnet';
import { useForm } from 'react-hook-form';

export const Profile = ({ user, save }: { user: User; save: (patch: Patch) => Promise<void> }) => {
  const { fields, values, schema, patchOf } = formOf(machnetIndividual.update, user);
  const form = useForm({ defaultValues: values, resolver: standardSchemaResolver(schema) });
  const inputs = fields.filter((field) => field.schema.type === 'string');
  return (
    <form onSubmit={form.handleSubmit((changed) => save(patchOf(changed)))}>
      {inputs.map(({ field, label, editable, reason }) => (
        <label key={field} title={reason}>
          {label} <input readOnly={!editable} {...form.register(field)} />
          {form.getFieldState(field, form.formState).error?.message}
        </label>
      ))}
      <button type="submit">Save</button>
    </form>
  );
};
