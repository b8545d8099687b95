import type { UnsignedRequest } from './attempt.ts';
import { callHeaders, headerIssues } from './call-headers.ts';
import type { ClientDefinition } from './client-definition.ts';
import { whyNoCrypto } from './crypto.ts';
import { formMedia, toForm } from './form.ts';
import { findIssues, type Issue } from './issues.ts';
import { type Json, toJson } from './json.ts';
import { pathIssues } from './path-issues.ts';
import { queryIssues } from './query-issues.ts';
import { type Input, type ReadCall, readCall } from './read-call.ts';
import { writeUrl } from './write-url.ts';

/** A call that can be signed. */
interface PreparedCall extends Pick<ReadCall, 'body' | 'options'> {
  readonly unsigned: UnsignedRequest;
}

interface Preparing {
  readonly baseUrl: string;
  readonly validates: boolean;
  readonly random: () => number;
}

/** What is wrong with a body before any schema is asked. */
const bodyIssues = (body: Json | undefined, takesBody: boolean, ownFields: readonly string[] | undefined): Issue[] => {
  if (!takesBody) return body ? [{ path: '', message: 'must be left out: this operation takes none' }] : [];
  const value = body?.value;
  const surplus = ownFields?.filter((name) => Object.hasOwn(Object(value), name));
  return surplus?.map((name) => ({ path: `/${name}`, message: 'must be left out: the client sends it itself' })) ?? [];
};

/** Why a call comes to nothing before it is sent. */
export const cannotBe = (what: string): Issue[] => [{ path: '', message: `cannot be ${what}${whyNoCrypto()}` }];

/** All of a call that comes before it is signed, or what is wrong with it. */
export const prepareCall = async <Operations>(
  { operations, validators, ownFields, prepare }: ClientDefinition<Operations>,
  id: keyof Operations,
  input: Input,
  callOptions: unknown,
  { baseUrl, validates, random }: Preparing,
): Promise<readonly Issue[] | PreparedCall> => {
  const { method, path, query, media, accept, given } = operations[id];
  // From here on the caller's own objects are not looked at again.
  const read = readCall(path, input, callOptions);
  if ('issues' in read) return read.issues;
  const { request } = validators[id];
  const wrong = [
    ...pathIssues(path, read.path),
    ...queryIssues(query, read.query),
    ...headerIssues(given, read.header),
    ...bodyIssues(read.body, request !== undefined, ownFields),
  ];
  if (wrong.length > 0) return wrong;

  let { body } = read;
  try {
    const prepared = prepare ? await prepare(body?.value) : { body: body?.value };
    if ('issues' in prepared) return prepared.issues;
    if (prepared.body !== body?.value) body = toJson(prepared.body);
    const wrongBody = request && validates ? findIssues(request, body?.value) : undefined;
    if (wrongBody) return wrongBody;
  } catch {
    return cannotBe('prepared');
  }
  const text = body && media === formMedia ? toForm(body.value) : body?.text;
  const own = callHeaders(operations[id], read, random);
  const unsigned = {
    method,
    url: writeUrl(baseUrl, path, read),
    body: text,
    ...(media !== undefined && { media }),
    ...(accept !== undefined && { accept }),
    ...(own && { own }),
  };
  return { unsigned, body, options: read.options };
};
