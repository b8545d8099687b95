import type { Issue } from './issues.ts';

/** A path's parameters, by their names. */
export const placeholders = /\{([^{}]+)\}/g;

/** The names of a path's parameters. */
export const parameterNames = (template: string): string[] =>
  [...template.matchAll(placeholders)].map(([, name]) => String(name));

/** No half of a sign alone; `isWellFormed` is not everywhere. */
export const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);

/** Why a path parameter could leave its place in the address, or nothing. */
const flaw = (value: unknown): string | undefined => {
  if (Number.isSafeInteger(value)) return undefined;
  if (typeof value !== 'string' || value === '') return 'must be a text that is not empty';
  if (/^(\.|%2e){1,2}$/i.test(value)) return 'must not be a step in a path';
  if (/[/\\?#\p{Cc}]|%2f|%5c/iu.test(value)) return 'must be a single part of a path';
  if (!isWellFormed(value)) return 'must be well-formed text';
  return undefined;
};

/** What is wrong with an operation's path parameters. */
export const pathIssues = (template: string, parameters: Readonly<Record<string, unknown>> | undefined): Issue[] =>
  parameterNames(template).flatMap((name) => {
    const message = flaw(parameters && Object.hasOwn(parameters, name) ? parameters[name] : undefined);
    return message ? [{ path: `/path/${name}`, message }] : [];
  });
