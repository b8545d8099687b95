import type { Patch } from 'amend';

// Made-up people whose every value tells whose it is and by which change, so that a record shows what was kept.

/** Person `index`, as every provider takes him. */
export const personAt = (index: number) =>
  ({
    firstName: 'Keeper',
    middleName: 'Of',
    lastName: 'Steps',
    gender: 'female',
    dateOfBirth: '1990-04-15',
    ssn: `11122${3000 + index}`,
    username: `keeper${index}`,
    externalId: 7000 + index,
    email: `u${index}.0@example.com`,
    phone: phoneOf(index, 0),
    address: { line1: '0 Planted Way', city: 'Zionsville', state: 'PA', postalCode: '18092', country: 'US' },
  }) satisfies Patch;

const phoneOf = (index: number, change: number): string => `+1210${20 + index}${String(change).padStart(5, '0')}`;

export const hasEmail = (change: number): boolean => change % 5 === 0;
export const hasDocument = (change: number): boolean => change % 4 === 0;

/** What the change of this number makes of a person. */
export const changeOf = (index: number, change: number): Patch => ({
  phone: phoneOf(index, change),
  address: { line1: `${change} Planted Way` },
  ...(hasEmail(change) && { email: `u${index}.${change}@example.com` }),
  ...(hasDocument(change) && {
    documents: { virtual: [{ type: 'PASSPORT', number: `PLANTED${index}X${change}`, country: 'US' }] },
  }),
});

/** Which changes a record, as JSON, shows the values of; nothing of what it does not have. */
export const shownIn = (record: string) => {
  const at = (pattern: RegExp): number | undefined => {
    const found = pattern.exec(record);
    return found ? Number(found[1]) : undefined;
  };
  return {
    phone: at(/210\d{2}(\d{5})/),
    line1: at(/(\d+) planted way/i),
    email: at(/u\d+\.(\d+)@example/i),
    documents: record.split('"PASSPORT"').length - 1,
  };
};

/** Values that must stand nowhere but with the provider, and sealed. */
export const planted = /210\d{7}|planted|u\d+\.\d+@example|11122\d{4}/i;
