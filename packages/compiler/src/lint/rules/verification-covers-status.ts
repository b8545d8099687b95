import type { Context, Rule } from '../redocly.ts';
import { everySchema, type FoundSchema, findProperty, holder } from '../schemas.ts';

const check = (found: FoundSchema, context: Context): void => {
  const verification = found.node['x-verification'];
  if (!verification?.property) return;
  const location = holder(found, 'x-verification').child('x-verification');
  const report = (message: string) => context.report({ message, location });
  if (!found.node.properties?.[verification.property]) {
    report(`${verification.property} is no property of this schema.`);
    return;
  }
  const { verified = [], unverified = [], unknown = [], frozen = [] } = verification;
  const listed = [...verified, ...unverified, ...unknown, ...frozen];
  for (const status of new Set(listed.filter((value, index) => listed.indexOf(value) !== index)))
    report(`${status} stands in two lists; a status is verified, unverified, unknown or frozen.`);
  // Without an enum the provider's list of statuses is not known, and the lists stand for themselves.
  const statuses = findProperty(found, verification.property, context).node.enum?.filter((status) => status !== null);
  for (const status of statuses ?? [])
    if (!listed.includes(String(status)))
      report(`${status} is in no list; add it to verified, unverified or, if it tells neither, unknown.`);
  for (const status of statuses ? listed : [])
    if (!statuses?.includes(status)) report(`${status} is no value of ${verification.property}.`);
};

/** A status that `x-verification` puts into no list and does not leave out on purpose, or into two. */
export const verificationCoversStatus: Rule = () => everySchema(check);
