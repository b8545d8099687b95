import type { FieldState } from 'amend';
import type { ComponentProps } from 'react';

const types: Readonly<Record<string, string>> = { email: 'email', date: 'date', password: 'password' };

/** A labelled input. A locked one can be reached and read, and says why it does not change. */
export const FieldInput = ({
  state: { field, label, schema, editable, reason },
  error,
  ...input
}: ComponentProps<'input'> & { readonly state: FieldState; readonly error: string | undefined }) => (
  <p>
    <label htmlFor={field}>{label}</label>
    <input
      id={field}
      type={types[schema.format ?? ''] ?? 'text'}
      maxLength={schema.maxLength}
      readOnly={!editable}
      aria-invalid={error !== undefined}
      aria-describedby={`${field}-help`}
      {...input}
    />
    <small id={`${field}-help`}>{error ?? (editable ? '' : reason)}</small>
  </p>
);

/** Whether a field is one line of text. */
export const isText = ({ schema }: FieldState): boolean => schema.type === 'string';
