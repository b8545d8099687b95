import type { ClientError } from '@amend/client';
import type { Plan } from './plan-result.ts';

/**
 * The fields of a plan whose properties a provider's refusal names. Its words may repeat private data, so that only names
 * that we know are taken from them.
 */
export const fieldsNamedBy = (error: ClientError, { fields }: Plan): string[] => {
  const answer = (JSON.stringify(error.body()) ?? '').slice(0, 20_000);
  const words = new Set<string | undefined>(answer.match(/[A-Za-z_][A-Za-z0-9_]*/g));
  return fields
    .filter(({ verdict, property }) => (verdict === 'send' || verdict === 'echo') && words.has(property))
    .map(({ field }) => field);
};
