const loopback = /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\]|0\.0\.0\.0|\[::\])$/;

/** Names that stand for no machine of the public internet, and the addresses that are routed in private networks only. */
const privateHosts = [
  /^[^.:]+$/,
  /\.(internal|local|localhost|test|home\.arpa)$/,
  /^(10|192\.168|172\.(1[6-9]|2[0-9]|3[01])|169\.254|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\.[0-9.]+$/,
  /\[f([cd][0-9a-f]|e[89ab])[0-9a-f]:/,
];

/** `URL.canParse` is not everywhere. */
const parse = (url: unknown): URL | undefined => {
  try {
    if (typeof url === 'string') return new URL(url);
  } catch {
    // It is no address.
  }
  return undefined;
};

/**
 * Checks a base address and takes its final slash away. Every address of a machine's own, `0.0.0.0` too, is this machine.
 *
 * @param allowPlainHttp Whether http may go to other machines of a private network.
 * @throws {TypeError} unless it is https, or http to this machine, without credentials, query or hash.
 */
export const checkBaseUrl = (baseUrl: string, allowPlainHttp = false): string => {
  const refuse = (why: string): never => {
    throw new TypeError(`baseUrl ${why}.`);
  };
  const url = parse(baseUrl) ?? refuse('must be an absolute address');
  const host = url.hostname.replace(/\.$/, '');
  const isPlain = url.protocol === 'http:';
  if (url.protocol !== 'https:' && !(isPlain && loopback.test(host))) {
    if (!isPlain || !privateHosts.some((hosts) => hosts.test(host)))
      return refuse('must be https, or http to this machine');
    if (allowPlainHttp !== true)
      return refuse(
        'must be https, or http to this machine; for development, allowPlainHttp lets http go to a private network',
      );
  }
  if (url.username || url.password) return refuse('must not hold credentials; pass them as options');
  if (/[?#]/.test(baseUrl)) return refuse('must not have a query or a hash');
  return url.href.replace(/\/+$/, '');
};
