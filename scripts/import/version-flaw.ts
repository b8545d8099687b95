import type { Json } from '@amend/compiler/read';
import { at } from './json.ts';

/** Why a document cannot be read as OpenAPI; nothing if it can. */
export const versionFlaw = (root: Json | undefined): string | undefined => {
  if (at(root, 'swagger') !== undefined)
    return 'This is Swagger 2.0; convert it first, with `npx swagger2openapi` say.';
  const isPostman = at(root, 'info', '_postman_id') !== undefined || at(root, 'item') !== undefined;
  if (isPostman)
    return 'This is a Postman collection, which shows calls and describes no bodies; take the OpenAPI document of the provider, or begin one with `npm run new-provider`.';
  const version = String(at(root, 'openapi'));
  return /^3\.[01](\.|$)/.test(version) ? undefined : 'This is no OpenAPI document of version 3.0 or 3.1.';
};
