import type { Context, Operation, RequestBody, Response } from './redocly.ts';
import { type Found, type FoundSchema, findSchema, follow } from './schemas.ts';

/** A webhook or a callback: its body comes from the provider, and what is said of responses holds for it. */
export const isFromProvider = ({ location }: Context): boolean =>
  location.pointer.startsWith('#/webhooks/') || location.pointer.includes('/callbacks/');

export const requestBody = (operation: Operation, context: Context): Found<RequestBody> | undefined =>
  operation.requestBody && follow(operation.requestBody, context.location.child('requestBody'), context);

export interface FoundResponse extends Found<Response> {
  /** The status code it answers, or `default`. */
  status: string;
}

export const responses = (operation: Operation, context: Context): FoundResponse[] =>
  Object.entries(operation.responses ?? {}).map(([status, response]) => ({
    status,
    ...follow(response, context.location.child(['responses', status]), context),
  }));

/** The schemas of a body, one per media type. */
const contentSchemas = (body: Found<RequestBody | Response>, context: Context): FoundSchema[] =>
  Object.entries(body.node.content ?? {}).flatMap(([mediaType, { schema }]) =>
    schema ? [findSchema(schema, body.location.child(['content', mediaType, 'schema']), context)] : [],
  );

/** The schemas of what a caller sends. */
export const requestSchemas = (operation: Operation, context: Context): FoundSchema[] => {
  const body = requestBody(operation, context);
  return body && !isFromProvider(context) ? contentSchemas(body, context) : [];
};

/** The schemas of what a provider sends. */
export const responseSchemas = (operation: Operation, context: Context): FoundSchema[] => {
  const body = requestBody(operation, context);
  if (isFromProvider(context)) return body ? contentSchemas(body, context) : [];
  return responses(operation, context).flatMap((response) => contentSchemas(response, context));
};
