import { URL } from 'node:url';
import type { LoadedContract } from './read-contract.ts';

/** No provider has as many; beyond, the variables are a mistake. */
const mostAddresses = 100;

/**
 * The addresses of the contract's servers: of one with variables, that of their defaults first, then all others. One
 * that is relative names no host.
 */
export const serversOf = ({ document, fail }: LoadedContract): string[] => {
  const written = (document.servers ?? []).map(({ url, variables = {} }, index): string[] => {
    const at = ['servers', index, 'url'];
    const names = [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
    const addresses = names.reduce(
      (found, name): string[] => {
        const { default: usual, enum: words = [] } = Object.hasOwn(variables, name) ? (variables[name] ?? {}) : {};
        if (typeof usual !== 'string')
          fail(at, `The variable ${name} has no default; say under variables what it usually is, or write it out.`);
        const values = [...new Set([String(usual), ...words.map(String)])];
        if (found.length * values.length > mostAddresses) fail(at, `This has more than ${mostAddresses} addresses.`);
        return values.flatMap((value) => found.map((address) => address.replace(`{${name}}`, () => value)));
      },
      [url],
    );
    for (const address of addresses)
      if (!URL.canParse(address, 'https://localhost'))
        fail(at, 'This is no address; write it in full, https://api.example.com/v1 say.');
    return addresses;
  });
  return [...new Set([...written.map(([first = '']) => first), ...written.flat()])];
};
