import { createHash, randomUUID } from 'node:crypto';

/** Makes identifiers, the same ones again under the same seed. */
export interface Ids {
  readonly uuid: () => string;
}

/** @param seed Without one, the identifiers are random. */
export const createIds = (seed: string | undefined): Ids => {
  if (seed === undefined) return { uuid: () => randomUUID() };
  let made = 0;
  return {
    uuid: () => {
      made += 1;
      const hex = createHash('sha256').update(`${seed} ${made}`).digest('hex');
      const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        variant + hex.slice(18, 20),
        hex.slice(20, 32),
      ].join('-');
    },
  };
};
