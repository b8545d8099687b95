import { expect, test } from 'vitest';
import { renderUser } from './render-user.ts';

const user = {
  id: 'u1',
  verification: 'verified',
  firstName: 'Jane\u001b[2J',
  dateOfBirth: '1990-04-15',
  ssn: '123-45-6789',
  address: { city: 'Austin' },
  documents: {
    physical: [{ type: 'PASSPORT', front: 'data:image/png;base64,U0NBTg==' }],
    virtual: [
      { type: 'SSN', number: '123456789' },
      { type: 'EIN', number: { masked: '*****4321' } },
      { type: 'PASSPORT', number: 'P0000042' },
    ],
  },
  native: { virtual_documents: ['123456789'] },
} as const;

test('on screen, a field is a line, private values are masked, and no value steers the terminal', () => {
  expect(renderUser(user, { paint: (_, text) => text, columns: 80 })).toBe(
    [
      '  id                  u1',
      '  verification        verified',
      '  firstName           Jane?[2J',
      '  dateOfBirth         ****-**-**',
      '  ssn                 *****6789',
      '  address.city        Austin',
      '  documents.physical  PASSPORT',
      '  documents.virtual   SSN, EIN, PASSPORT',
    ].join('\n'),
  );
});
