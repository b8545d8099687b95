import type { Users } from 'amend';
import { goldenBusiness, goldenMember, goldenPerson, registryOf } from 'amend/testing';

// Takes the place of the list of providers where a test shows what the command tells of rules, and not what they are.
// Nobody can be called.

/** The same operations under another provider's name. */
const under = (provider: string, users: Users): Users =>
  Object.fromEntries(
    Object.entries(users).map(([type, operations]) => [
      type,
      Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, { ...operation, provider }])),
    ]),
  );

/** One that tells two kinds of users and their status apart, and one that states no rules by status. */
export const providers = {
  golden: { users: async (): Promise<Users> => ({ individual: goldenPerson, business: goldenBusiness }) },
  silver: { users: async (): Promise<Users> => under('silver', { individual: goldenMember }) },
};

export const providerNames = Object.keys(providers);

export const { listSubjects, findOperations, findOperation } = registryOf(providers);
