import type { PhysicalDocument, VirtualDocument } from 'amend';

// Values that codecs are tried with. None is anybody's.

/** What is written where another field of the same property is tried. */
export const typical = (field: string): unknown => {
  const part = field.split('.').at(-1) ?? '';
  const byPart: Readonly<Record<string, unknown>> = { country: 'US', state: 'TX', postalCode: '78701' };
  return Object.hasOwn(byPart, part) ? byPart[part] : 'Main';
};

/** Some of each form that a field may have. */
export const samples: readonly unknown[] = [
  ['Main', 'main street 1', 'Zoë O’Neil', '', 'jane@example.com'],
  ['+12105550132', '+442079460000', '2105550132'],
  ['1990-02-28', '1990/02/28', '2023-02-29', '2020-01-31', '2090-01-31'],
  ['US', 'DE', 'UNITED STATES', 'TX', '78701'],
  ['000-00-0000', '000000000', '*****0000', '12'],
  [0, 12, -1, 1.5, true, false, null, []],
].flat();

/** The properties of documents of both sorts. */
export const documentProperties = Object.keys({
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
} as const satisfies Record<keyof PhysicalDocument | keyof VirtualDocument, true>);

/** For rules about age. */
export const today = '2026-01-01';
