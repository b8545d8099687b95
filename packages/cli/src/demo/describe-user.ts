import type { Patch, User } from 'amend';

const joined = (parts: readonly unknown[], by: string): string => parts.filter(Boolean).join(by);

const addressOf = ({ line1, line2, city, state, postalCode }: NonNullable<Patch['address']>): string =>
  joined([line1, line2, city, joined([state, postalCode], ' ')], ', ');

/** What is shown of a person: of an SSN only what a provider itself shows, and never a birth date. */
export const describeUser = (user: User | Patch): Readonly<Record<string, string>> => ({
  name: joined([user.firstName, user.middleName, user.lastName], ' '),
  email: user.email ?? '',
  phone: user.phone ?? '',
  address: addressOf(user.address ?? {}),
  ssn: typeof user.ssn === 'object' && user.ssn ? user.ssn.masked : '',
});

/** What is shown of a person before and after a change; what a provider does not have is left out. */
export const describeChange = (before: User, after: User): readonly (readonly [string, string, string])[] => {
  const now = describeUser(after);
  return Object.entries(describeUser(before))
    .map(([name, was]) => [name, was, now[name] ?? ''] as const)
    .filter(([name, was, is]) => (was || is) && (name !== 'name' || was !== is));
};
