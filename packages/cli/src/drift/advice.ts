import type { DriftKind } from '@amend/client/drift';

const parentOf = (at: string): string => at.replace(/\/properties\/[^/]*$/, '');

const isHidden = (at: string): boolean => at.endsWith('/*');

/** By kind, what to change in a contract whose provider answers so. */
export const kinds: { readonly [Kind in DriftKind]: (at: string) => string } = {
  property: (at) =>
    isHidden(at)
      ? `its name may be data: look at an answer, and say it by additionalProperties of ${parentOf(at)}`
      : `add it to the properties of ${parentOf(at)}, with its source`,
  word: () => 'look which word it is, and add it to the enum there; for a status, say in x-verification what it means',
  type: () => 'look at an answer, and widen the type there',
  missing: (at) => `take it out of what ${parentOf(at)} requires, or ask the provider for it`,
  error: () => 'describe the shape that the error has now, beside the old one while both come',
  status: () => 'document the status among the responses of that operation, with an example',
  'media-type': () => 'document the content type there, or ask the provider for JSON',
};
