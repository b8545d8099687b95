/** A value as TypeScript. */
export const literal = (value: unknown): string => JSON.stringify(value, null, 2);
