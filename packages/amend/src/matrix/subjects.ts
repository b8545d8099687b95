import type { Subject } from '../matrix.ts';
import { listSubjects } from '../provider-list.ts';

/** Every update of every provider; named only for what tells it from the provider's others. */
export const loadSubjects = async (): Promise<Subject[]> => {
  const subjects = await listSubjects();
  return subjects.flatMap(({ provider, type, operations }) => {
    const tellsTypes = subjects.filter((each) => each.provider === provider).length > 1;
    const updates = Object.entries(operations).filter(([name]) => name !== 'create');
    return updates.map(([name, operation]) => {
      const words = [tellsTypes && type, updates.length > 1 && name].filter((word) => word !== false);
      return { provider, ...(words.length > 0 && { variant: words.join(' ') }), operation };
    });
  });
};
