import type { ErrorKind, Result } from '@amend/client';
import { contracts } from '@amend/compiler/read';
import { samples as pageSamples } from '@amend/compiler/testing';
import type { Secrets } from '@amend/mock';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RequestExample, readExamples } from './contract-examples.ts';
import { type WireServer, wireServers } from './wire-server.ts';

/** One call per request example, by operation and example; by operation alone where there is no body. */
export type Calls<Client> = Readonly<Record<string, (client: Client) => Promise<Result<unknown>>>>;

export interface Wire<Client> {
  readonly provider: string;
  /** What the mock checks the signatures by; the client is to be made with the same. */
  readonly secrets: Secrets;
  /** @param urls One server per contract of the provider, in the order of redocly.yaml. */
  readonly createClient: (urls: readonly string[], fetch: typeof globalThis.fetch) => Client;
  readonly calls: Calls<Client>;
  /** What the examples hold in their bodies, and the client sends in another place. */
  readonly ownFields?: readonly string[];
}

interface Sent {
  readonly method: string | undefined;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Outcome {
  readonly sent: readonly Sent[];
  readonly result: Result<unknown> | undefined;
}

const errorKinds: Readonly<Record<number, ErrorKind>> = {
  400: 'rejected',
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'not-found',
  422: 'rejected',
  429: 'rate-limited',
  500: 'unavailable',
};

const nameOf = ({ operation, name }: RequestExample): string => (name ? `${operation} ${name}` : operation);

/** A path whoever it is about: only the mock minds, and it has the business of the page's sample under an id of its own. */
const shapeOf = (path: string): string => path.replace(/(?<=users\/)[0-9a-f-]{36}/, '{user_id}');

/** Holds a client against servers that must take each of its requests, and whose every answer it must understand. */
export const describeWire = <Client>({ provider, secrets, createClient, calls, ownFields = [] }: Wire<Client>) => {
  const spoken = contracts.filter((contract) => contract.provider === provider);
  const examples = spoken.map(readExamples);
  const requests = examples.flatMap((example) => example.requests);
  const responses = examples.flatMap((example) => example.responses);
  const samples = Object.entries(pageSamples).filter(([, { contract }]) =>
    spoken.some(({ name }) => name === contract),
  );

  const withoutOwnFields = (body: unknown): unknown =>
    body && Object.fromEntries(Object.entries(body).filter(([field]) => !ownFields.includes(field)));

  test('each request example has its call, and no call is left over', () => {
    const ours = samples.filter(([, { bodyIsOurs }]) => bodyIsOurs).map(([name]) => name);
    expect(Object.keys(calls).sort()).toEqual([...requests.map(nameOf), ...ours].sort());
  });

  describe.each(wireServers)('%s', (_, start) => {
    let server: WireServer;
    let client: Client;
    let prefer: string | undefined;
    let sent: Sent[] = [];
    const outcomes: Record<string, Outcome> = {};

    const recordingFetch: typeof fetch = (address, init = {}) => {
      const { origin, pathname, searchParams } = new URL(String(address));
      const base = server.urls.find((url) => `${origin}${pathname}`.startsWith(`${url}/`)) ?? origin;
      const path = pathname.slice(base.length - origin.length);
      const body = init.body ? JSON.parse(String(init.body)) : undefined;
      sent.push({ method: init.method, path, query: Object.fromEntries(searchParams), body });
      return fetch(address, { ...init, headers: { ...(init.headers as object), ...(prefer && { Prefer: prefer }) } });
    };

    const call = async (name: string, preference?: string): Promise<Outcome> => {
      sent = [];
      prefer = preference;
      server.reset();
      return { result: await calls[name]?.(client), sent };
    };

    beforeAll(async () => {
      server = await start(spoken, secrets);
      return server.stop;
    });

    beforeAll(async () => {
      client = createClient(server.urls, recordingFetch);
      for (const name of Object.keys(calls)) outcomes[name] = await call(name);
    });

    test.each(requests.map((request) => [nameOf(request), request] as const))('%s', (name, request) => {
      const { sent, result } = outcomes[name] as Outcome;
      expect(sent).toHaveLength(1);
      expect(sent[0]?.body).toEqual(withoutOwnFields(request.body));
      if (request.query) expect(sent[0]?.query).toEqual(request.query);
      const documented = responses
        .filter(({ operation, status }) => operation === request.operation && status < 300)
        .map(({ status, body }) => ({ ok: true, data: body, status, attempts: 1 }));
      // An answer from memory is no example; the client has held it against the contract.
      if (server.remembers) expect(documented).toContainEqual({ ...result, data: expect.anything() });
      else expect(documented).toContainEqual(result);
    });

    if (samples.length > 0)
      test.each(samples)('%s: the page’s own sample is taken', (_, { method, path, body }) => {
        const taken = Object.values(outcomes).flatMap(({ result, sent }) => (result?.ok ? sent : []));
        expect(taken.map((request) => ({ ...request, path: shapeOf(request.path) }))).toContainEqual(
          expect.objectContaining({ method, path: shapeOf(path), body: withoutOwnFields(body) }),
        );
      });

    describe('answers', () => {
      const cases = responses.map((response) => {
        const { operation, status, name } = response;
        return [`${operation} ${status} ${name}`, response] as const;
      });

      test.each(cases)('%s', async (_, { operation, status, name, body }) => {
        const request = requests.find((candidate) => candidate.operation === operation);
        const { result } = await call(request ? nameOf(request) : '', `code=${status}, example=${name}`);
        if (status < 300) return expect(result).toEqual({ ok: true, data: body, status, attempts: 1 });
        expect(result).toMatchObject({ ok: false, status, error: { kind: errorKinds[status], operation, status } });
        expect(result?.ok || result?.error.body()).toEqual(body);
      });
    });
  });
};
