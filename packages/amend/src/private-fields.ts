import type { Field } from './fields.ts';
import type { PhysicalDocument, VirtualDocument } from './user.ts';

// What some provider's contract calls private, with `format: password` or `writeOnly`, by our names: what one takes and never
// shows, nobody's log has to hold. `redact.test.ts` holds this against every contract.

export const privateFields: ReadonlySet<string> = new Set(['dateOfBirth', 'ssn'] satisfies Field[]);

export const documentParts: Readonly<Record<keyof PhysicalDocument | keyof VirtualDocument, 'shown' | 'private'>> = {
  id: 'shown',
  type: 'shown',
  front: 'private',
  back: 'private',
  number: 'private',
  issuingAuthority: 'shown',
  issueDate: 'shown',
  expiryDate: 'shown',
  country: 'shown',
  state: 'shown',
};
