import { readHost } from '../guard.ts';
import { parseUrl } from '../platform.ts';
import type { Problem } from '../problem.ts';

/** Names that no DNS is asked for, and addresses of this machine. */
const isThisMachine = (name: string): boolean => /^(?:localhost|127(?:\.[0-9]+){3}|\[::1\])$/.test(name);

const wrong = (message: string): Problem => ({ field: '/url', rule: 'url', message });

/** Why no request can be made for an address. */
export const flawOfAddress = (address: string): Problem | undefined => {
  const url = parseUrl(address);
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
    ? undefined
    : wrong('must be an address by http or https, without credentials');
};

/** Why nothing is sent to an address: nobody but who started the mock lets it reach beyond this machine. */
export const flawOfTarget = (address: string, hosts: readonly string[]): Problem | undefined => {
  const flaw = flawOfAddress(address);
  const url = parseUrl(address);
  if (flaw || !url) return flaw;
  if (isThisMachine(url.hostname) || hosts.some((host) => readHost(host) === url.hostname)) return undefined;
  return wrong(
    'must be an address of this machine, such as http://localhost:3000/hooks; start the mock with --allow-webhooks-to HOST, or make it with the option webhookHosts, for another',
  );
};
