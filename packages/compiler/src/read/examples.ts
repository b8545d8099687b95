import type { Named } from '@amend/contract';
import type { Body, Example, OpenApi } from './openapi.ts';
import { resolve } from './references.ts';

/** The values of named examples. */
export const valuesOf = (document: OpenApi, examples: Record<string, Example> = {}): Named =>
  Object.fromEntries(Object.entries(examples).map(([name, example]) => [name, resolve(document, example).value]));

/** What a request's body or a response says of its JSON. */
export const jsonOf = (document: OpenApi, body: Body | undefined) =>
  body && resolve(document, body).content?.['application/json'];

/** The values of the named examples of a request's body, or of a response. */
export const bodyExamples = (document: OpenApi, body: Body): Named =>
  valuesOf(document, jsonOf(document, body)?.examples);
