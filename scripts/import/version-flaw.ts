import type { Json } from '@amend/compiler/read';
import { at } from './json.ts';

/** Why a document cannot be read as OpenAPI; nothing if it can. */
export const versionFlaw = (root: Json | undefined): string | undefined => {
  if (at(root, 'swagger') !== undefined)
    return 'This is Swagger 2.0; convert it first, with `npx swagger2openapi` say.';
  const version = at(root, 'openapi');
  const isKnown = typeof version === 'string' && /^3\.[01]\./.test(version);
  return isKnown ? undefined : 'This is no OpenAPI document of version 3.0 or 3.1.';
};
