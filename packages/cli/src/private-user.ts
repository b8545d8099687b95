import type { User } from 'amend';

const hide = (value: unknown): unknown => {
  if (typeof value === 'object' && value !== null) return value;
  const digits = typeof value === 'string' ? value.replace(/[^0-9]/g, '') : '';
  return { masked: digits.length === 9 ? `*****${digits.slice(-4)}` : '*****' };
};

type Hidden = Readonly<Record<string, (value: unknown) => unknown>>;

const gone = (): undefined => undefined;

const withHidden = (record: object, hidden: Hidden): object =>
  Object.fromEntries(
    Object.entries(record)
      .map(([name, value]) => [name, Object.hasOwn(hidden, name) ? hidden[name]?.(value) : value])
      .filter(([, value]) => value !== undefined),
  );

const list = (hidden: Hidden) => (documents: unknown) =>
  Array.isArray(documents) ? documents.map((document: object) => withHidden(document, hidden)) : undefined;

const fields: Hidden = {
  ssn: hide,
  dateOfBirth: () => ({ masked: '****-**-**' }),
  documents: (documents) =>
    withHidden(documents as object, {
      physical: list({ front: gone, back: gone }),
      virtual: list({ number: hide }),
    }),
  // What no field stands for may hold anything.
  native: gone,
};

/** A user that may be shown: numbers are masked, and scans, birth date and the provider's own properties are not there. */
export const privateUser = (user: User): User => withHidden(user, fields);
