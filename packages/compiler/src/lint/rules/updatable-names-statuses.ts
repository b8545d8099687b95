import type { Context, Rule } from '../redocly.ts';
import { everySchema, type FoundSchema, findUser, holder } from '../schemas.ts';

const check = (found: FoundSchema, context: Context): void => {
  const { 'x-updatable': updatable, 'x-updatable-items': items } = found.node;
  const named = [updatable, ...Object.values(items?.kinds ?? {})].flat().filter((word) => typeof word === 'string');
  if (named.length === 0) return;
  const location = holder(found, 'x-updatable').child('x-updatable');
  const { verified = [], unverified = [], unknown = [], frozen = [] } = findUser(context).node['x-verification'] ?? {};
  const known = ['unverified', 'verified', ...verified, ...unverified, ...unknown];
  for (const word of new Set(named)) {
    if (known.includes(word)) continue;
    const message = frozen.includes(word)
      ? `${word} is frozen in the x-verification of User, so nothing may change in it; take it out.`
      : `${word} is no status; write unverified, verified or a word of the x-verification of User.`;
    context.report({ message, location });
  }
};

/** A status in which something may be sent that is neither ours nor the provider's, or in which nothing may change. */
export const updatableNamesStatuses: Rule = () => everySchema(check);
