import { type Bytes, type ClientOptions, checkCredentials, createClient, type Methods } from '@amend/client';
import { operations, servers } from './generated/v1/operations.ts';
import type { operations as Operations } from './generated/v1/types.ts';
import * as validators from './generated/v1/validators.js';
import { canSeal, isPlainSsn, isSealedSsn, sealSsn } from './seal-ssn.ts';
import { type SigningKey, signRequest } from './signing.ts';

export type * from '@amend/client';

export type StiltOptions = SigningKey &
  ClientOptions & {
    /** The unit of the time in a signature; no page names it, and the known client sends milliseconds. */
    readonly epoch?: 'milliseconds' | 'seconds' | undefined;
    /** 16 random bytes, to seal an SSN. */
    readonly randomIv?: (() => Bytes) | undefined;
  };

/**
 * The user calls of Stilt, one method per operation of its contract. `ssn` is passed as the plain nine digits and
 * sealed before it is sent.
 */
export type Stilt = Methods<Operations>;

type Body = Operations['createUser']['requestBody']['content']['application/json'];

/** The one field that the client itself encrypts. */
const ssnField = 'ssn' satisfies keyof Body;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isSsn = (value: unknown): value is string =>
  typeof value === 'string' && (isPlainSsn(value) || isSealedSsn(value));

/** What stands under the field's name, at any depth: without validation, a body may have any shape. */
const ssnsIn = (value: unknown): unknown[] =>
  isObject(value) ? Object.entries(value).flatMap(([name, part]) => (name === ssnField ? [part] : ssnsIn(part))) : [];

/**
 * A client for Stilt; without a `baseUrl`, for its sandbox.
 *
 * @throws {TypeError} if a credential or the `baseUrl` cannot be used.
 */
export const createStilt = ({ clientUuid, secret, epoch, randomIv, ...options }: StiltOptions): Stilt => {
  checkCredentials({ clientUuid, secret });
  const key = { clientUuid, secret };
  const now = options.now ?? Date.now;
  const newIv = randomIv ?? (() => crypto.getRandomValues(new Uint8Array(16)));
  const refuse = (message: string) => ({ issues: [{ path: `/${ssnField}`, message }] });

  /** With every plain number sealed that stands under the field's name, or in a list that is the whole body. */
  const sealIn = async (value: unknown, mayBeSsn: boolean): Promise<unknown> => {
    if (typeof value === 'string') return mayBeSsn && isPlainSsn(value) ? sealSsn(value, secret, newIv()) : value;
    if (Array.isArray(value)) return Promise.all(value.map((element) => sealIn(element, mayBeSsn)));
    if (!isObject(value)) return value;
    const sealed = Object.entries(value).map(async ([name, part]) => [name, await sealIn(part, name === ssnField)]);
    return Object.fromEntries(await Promise.all(sealed));
  };

  return createClient<Operations>(
    {
      provider: 'stilt',
      baseUrl: servers[0],
      operations,
      validators,
      sign: (request) => signRequest(request, key, epoch === 'seconds' ? Math.floor(now() / 1000) : now()),
      signsTime: true,
      prepare: async (body) => {
        if (body === undefined) return { body };
        if (!isObject(body)) return { issues: [{ path: '', message: 'must be of type object' }] };
        const ssns = ssnsIn(body);
        if (!ssns.every(isSsn)) return refuse('must be nine digits, with or without dashes');
        // A list, which is sent where nobody holds it against the contract, may hold numbers without their name.
        if (!Array.isArray(body) && ssns.every(isSealedSsn)) return { body };
        if (!canSeal(secret)) return refuse('cannot be sealed: the secret has not 32 characters beside its dashes');
        return { body: await sealIn(body, true) };
      },
    },
    options,
  );
};
