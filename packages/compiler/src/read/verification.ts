import type { Verification } from '@amend/contract';
import type { LoadedContract, Path } from './read-contract.ts';
import { webhookSchemas } from './webhooks.ts';

/** What the contract says of its status words, once; the schemas that hold one may name the property differently. */
export const verificationOf = (contract: LoadedContract): Verification | undefined => {
  const { document, fail } = contract;
  const ofEvents = webhookSchemas(contract);
  const meanings = Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) => {
    const { property, verified = [], unverified = [], unknown = [], frozen } = schema['x-verification'] ?? {};
    return property && !ofEvents.has(name)
      ? [{ name, property, words: { verified, unverified, unknown, ...(frozen && { frozen }) } }]
      : [];
  });
  const user = meanings.find(({ name }) => name === 'User');
  for (const { name, words } of meanings) {
    const at: Path = ['components', 'schemas', name, 'x-verification'];
    if (!user) return fail(at, 'x-verification must stand on the schema User too: its status decides what may change.');
    if (words.verified.length === 0 || words.unverified.length === 0)
      fail(at, 'A user is verified or unverified by some word; only the events of a webhook may all mean one.');
    if (JSON.stringify(words) !== JSON.stringify(user.words)) fail(at, 'This x-verification and that of User differ.');
  }
  return user && { property: user.property, ...user.words };
};
