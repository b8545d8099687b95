import type { VerificationStatus } from '@amend/contract';
import type { Schema } from './openapi.ts';

/** In which list of an `x-verification` a word stands; nothing if it stands in none. */
export const meaningOf = (
  { verified, unverified, unknown = [], frozen = [] }: NonNullable<Schema['x-verification']>,
  word: string,
): VerificationStatus | undefined =>
  Object.entries({ verified, unverified, unknown: [...unknown, ...frozen] } as const).find(([, words]) =>
    words.includes(word),
  )?.[0] as VerificationStatus | undefined;
