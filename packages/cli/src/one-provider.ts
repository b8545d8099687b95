import { oneOf, type ProviderName, providerNames } from 'amend/providers';
import { UsageError } from './usage-error.ts';

/** The provider that a command is for. @throws {UsageError} if none, or more than one thing, is named. */
export const oneProvider = ([named, ...more]: readonly string[]): ProviderName => {
  if (named === undefined || more.length > 0) throw new UsageError('name one provider.');
  return oneOf('provider', named, providerNames);
};
