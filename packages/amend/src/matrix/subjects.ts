import type { Subject } from '../matrix.ts';
import { listSubjects, providers } from '../provider-list.ts';
import { type Told, toldBy } from './told.ts';

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

/** How the status of a user arrives by itself, at every provider. */
export const loadTold = async (): Promise<Told[]> => {
  const told = Object.entries(providers).map(async ([provider, { describe, users, contracts }]) => {
    const tables = await Promise.all(Object.values(contracts).map(({ webhooks }) => webhooks()));
    const operations = Object.values(await users()).flatMap((each) => Object.values(each));
    return toldBy({
      provider,
      holdsStatus: operations.some(({ reader }) => reader.verification),
      isSigned: (await (await describe()).webhook?.())?.sign !== undefined,
      webhooks: tables.flatMap(({ webhooks }) => Object.values(webhooks)),
    });
  });
  return (await Promise.all(told)).flat();
};
