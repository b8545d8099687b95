import type { Bytes } from '@amend/client';
import type { Refusal } from './problem.ts';

/** A request, as both fronts hand it over. */
export interface MockRequest {
  /** In upper case. */
  readonly method: string;
  /** The whole address, as the caller wrote it. */
  readonly url: string;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty if there is none. */
  readonly body: Uint8Array;
}

/** A stream goes on until it is cancelled. */
export type ResponseBody = string | Bytes | ReadableStream<Bytes>;

export const isStream = (body: ResponseBody | undefined): body is ReadableStream<Bytes> =>
  typeof body === 'object' && 'getReader' in body;

export interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ResponseBody | undefined;
  /** What it refuses, for the log. */
  readonly refusal?: Refusal | undefined;
}

/** A connection that is broken without an answer, because a fault asked for it. */
export const reset = 'reset';

export type Outcome = MockResponse | typeof reset;

/** An answer in JSON. */
export const jsonResponse = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): MockResponse => ({
  status,
  headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
  body: body === undefined ? undefined : JSON.stringify(body),
});

/** An answer that goes out as it is. */
export const rawResponse = (status: number, media: string, body: unknown): MockResponse => ({
  status,
  headers: { 'content-type': media },
  body: body as ResponseBody,
});

/** An answer of the mock server itself, in no provider's shape (RFC 9457). */
export const problemResponse = (status: number, title: string, detail: string): MockResponse =>
  jsonResponse(status, { title, status, detail }, { 'content-type': 'application/problem+json' });
