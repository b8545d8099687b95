import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

const usage = `Usage: import FILE|URL --list
       import [FILE|URL] --provider NAME [--operation updateCustomer]

Makes a contract of a provider from its own OpenAPI document, 3.0 or 3.1, YAML or JSON, and asks in
specs/NAME/v1.decisions.yaml what only a person knows. Once all is decided, the same command makes the provider.

  --list       shows every operation that looks like an update of a person, a company or an account holder
  --provider   one lower-case word, such as acme
  --version    the version of the provider's API; v1 by default
  --operation  the update: its operationId, or 'PUT /customers/{id}'
  --create     the operation that makes such a user; --read, --list-with and --delete likewise. By default they are
               found by path and schema; none leaves one out
  --id         the property of a user that calls name it by, where no usual name tells
  --page       the address of the vendor's page or document, which each fact is said to be from
  --server     the address that calls go to, where the document has none that can be called
  --security   which of the document's security schemes the client signs in with
  --key        the header that holds the key, where the document states no security
  --drop       leaves out what a JSON Pointer leads to, such as '#/paths/~1users/get', or what a $ref would`;

const text = { type: 'string' } as const;

const options = {
  list: { type: 'boolean' },
  provider: text,
  version: { type: 'string', default: 'v1' },
  operation: text,
  create: text,
  read: text,
  'list-with': text,
  delete: text,
  id: text,
  page: text,
  server: text,
  security: text,
  key: text,
  drop: { type: 'string', multiple: true },
} as const;

/** @throws {UsageError} on anything but the usage. */
export const readOptions = (given?: readonly string[]) => {
  const { names, ...read } = readArguments({ usage, options }, given);
  const [file, ...others] = names;
  if (others.length > 0 || (read.list && file === undefined) || (!read.list && read.provider === undefined))
    throw new UsageError(usage);
  if (!/^v[0-9]{1,3}$/.test(read.version)) throw new UsageError('--version must be a v and a number, such as v1.');
  if (read.page !== undefined && !/^https:\/\/[^/ ]+\.[^/ ]+$|^https:\/\/[^/ ]+\.[^/ ]+\//.test(read.page))
    throw new UsageError('--page must be an https:// address.');
  return { file, ...read };
};

export type Options = ReturnType<typeof readOptions>;
