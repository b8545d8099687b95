import type { Verification } from '@amend/contract';
import type { LoadedContract, Path } from './read-contract.ts';

/** What the contract says of its status words, once; the schemas that hold one may name the property differently. */
export const verificationOf = ({ document, fail }: LoadedContract): Verification | undefined => {
  const meanings = Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) => {
    const { property, verified = [], unverified = [], unknown = [] } = schema['x-verification'] ?? {};
    return property ? [{ name, property, words: { verified, unverified, unknown } }] : [];
  });
  const user = meanings.find(({ name }) => name === 'User');
  for (const { name, words } of meanings) {
    const at: Path = ['components', 'schemas', name, 'x-verification'];
    if (!user) return fail(at, 'x-verification must stand on the schema User too: its status decides what may change.');
    if (JSON.stringify(words) !== JSON.stringify(user.words)) fail(at, 'This x-verification and that of User differ.');
  }
  return user && { property: user.property, ...user.words };
};
