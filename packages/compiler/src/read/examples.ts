import type { AnsweredRefusal, Named } from '@amend/contract';
import type { Body, Example, OpenApi } from './openapi.ts';
import { resolve } from './references.ts';

const entriesOf = (document: OpenApi, examples: Record<string, Example> = {}) =>
  Object.entries(examples).map(([name, example]) => [name, resolve(document, example)] as const);

/** The values of named examples. */
export const valuesOf = (document: OpenApi, examples?: Record<string, Example>): Named =>
  Object.fromEntries(entriesOf(document, examples).map(([name, { value }]) => [name, value]));

/** What a request's body or a response says of what it holds. */
export const jsonOf = (document: OpenApi, body: Body | undefined) =>
  Object.values(body ? (resolve(document, body).content ?? {}) : {})[0];

/** The values of the named examples of a request's body, or of a response. */
export const bodyExamples = (document: OpenApi, body: Body): Named =>
  valuesOf(document, jsonOf(document, body)?.examples);

/** The examples of a response that answer a refusal; which one has the status `default`, nobody knows. */
export const refusalsIn = (document: OpenApi, status: string, response: Body): AnsweredRefusal[] =>
  entriesOf(document, jsonOf(document, response)?.examples).flatMap(([example, { 'x-answers': answers }]) =>
    answers && Number(status) >= 400 ? [{ status: Number(status), example, ...answers }] : [],
  );

/** Of each user whom an example of a response shows: what the provider holds beside it, by id. */
export const unshownIn = (document: OpenApi, response: Body | undefined, id: string): [string, Named][] =>
  entriesOf(document, jsonOf(document, response)?.examples).flatMap(
    ([, { value, 'x-unshown': unshown }]): [string, Named][] =>
      unshown ? [[String((value as Named)[id]), unshown]] : [],
  );
