import { createFinalURL } from 'openapi-fetch';
import { placeholders } from './path-issues.ts';
import type { ReadCall } from './read-call.ts';

/** The address of a call whose parameters are found right: each is a single value, so no page loads code for lists. */
export const writeUrl = (
  baseUrl: string,
  template: string,
  { path, query }: Pick<ReadCall, 'path' | 'query'>,
): string =>
  createFinalURL(template, {
    baseUrl,
    params: { path },
    pathSerializer: (address) => address.replaceAll(placeholders, (_, name) => encodeURIComponent(String(path[name]))),
    querySerializer: () =>
      query
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
        .join('&'),
  });
