import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { nameFlaw } from './provider-name.ts';

const usage = `Usage: new-provider NAME [--contract FILE] [--version v1]

Makes what a new provider needs: its contract, its client, its mapping, and its line in the list of contracts.

  NAME        one lower-case word, such as acme
  --contract  an OpenAPI 3.1 document to begin with; by default a small one, to be filled in
  --version   the version of the provider's API; v1 by default`;

/** @throws {UsageError} on anything but the usage. */
export const readOptions = (taken: readonly string[], given?: readonly string[]) => {
  const { names, version, contract } = readArguments(
    { usage, options: { contract: { type: 'string' }, version: { type: 'string', default: 'v1' } } },
    given,
  );
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) throw new UsageError(usage);
  const flaw = nameFlaw(name, taken);
  if (flaw) throw new UsageError(`${name} ${flaw}; choose another name, such as acme.`);
  if (!/^v[0-9]{1,3}$/.test(version)) throw new UsageError('--version must be a v and a number, such as v1.');
  return { name, version, contract };
};

export type Options = ReturnType<typeof readOptions>;
