import type { PhysicalDocument, VirtualDocument } from 'amend';

// Values that codecs are tried with. None is anybody's.

/** What is written where another field of the same property is tried. */
export const typical = (field: string): unknown => {
  const part = field.split('.').at(-1) ?? '';
  const byPart: Readonly<Record<string, unknown>> = { country: 'US', state: 'TX', postalCode: '78701' };
  return Object.hasOwn(byPart, part) ? byPart[part] : 'Main';
};

/** Some of each form that a field may have: text, phone, date, country, number of a document, count, flag, list. */
export const samples: readonly unknown[] = [
  'Main',
  'main street 1',
  'Zoë O’Neil',
  '',
  '+12105550132',
  '+442079460000',
  '2105550132',
  '1990-02-28',
  '1990/02/28',
  '2023-02-29',
  '2020-01-31',
  '2090-01-31',
  'jane@example.com',
  'US',
  'DE',
  'UNITED STATES',
  'TX',
  '78701',
  '000-00-0000',
  '000000000',
  '*****0000',
  '12',
  0,
  12,
  -1,
  1.5,
  true,
  false,
  null,
  [],
];

const documentProperties = {
  id: true,
  type: true,
  front: true,
  back: true,
  number: true,
  issuingAuthority: true,
  issueDate: true,
  expiryDate: true,
  country: true,
  state: true,
} as const satisfies Record<keyof PhysicalDocument | keyof VirtualDocument, true>;

/** Each property of a document with each sample, by a name of its own. */
export const documentSamples = (kind: string): readonly (readonly [name: string, document: unknown])[] =>
  Object.keys(documentProperties).flatMap((property) =>
    samples.map((sample, index) => [`${kind} ${property} ${index}`, { type: kind, [property]: sample }] as const),
  );

/** For rules about age. */
export const today = '2026-01-01';
