import type { UserOperations } from 'amend';
import { providers } from 'amend/providers';
import type { Subject } from './matrix.ts';

/** The updates of one kind of user; named only for what tells them apart. */
const subjectsOf = (provider: string, type: string | undefined, operations: UserOperations): Subject[] => {
  const updates = Object.entries(operations).filter(([name]) => name !== 'create');
  return updates.map(([name, operation]) => {
    const variant = [type, updates.length > 1 ? name : undefined].filter((word) => word !== undefined).join(' ');
    return { provider, ...(variant && { variant }), operation };
  });
};

/** Every update of every provider. */
export const loadSubjects = async (): Promise<Subject[]> => {
  const subjects = await Promise.all(
    Object.entries(providers).map(async ([provider, { users }]) => {
      const types = Object.entries(await users());
      return types.flatMap(([type, operations]) =>
        subjectsOf(provider, types.length > 1 ? type : undefined, operations),
      );
    }),
  );
  return subjects.flat();
};
