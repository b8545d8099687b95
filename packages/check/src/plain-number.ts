/** Nine digits that are nobody's: no number of this kind begins with a 9. */
export const plainNumber = (number: number): string => `9${String(number % 100_000_000).padStart(8, '0')}`;
