const loopback = /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/;

/**
 * Checks a base address and takes its final slash away.
 *
 * @throws {TypeError} unless it is https, or http to this machine, without credentials, query or hash.
 */
export const checkBaseUrl = (baseUrl: string): string => {
  const refuse = (why: string): never => {
    throw new TypeError(`baseUrl ${why}.`);
  };
  if (!URL.canParse(baseUrl)) return refuse('must be an absolute address');
  const url = new URL(baseUrl);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname)))
    return refuse('must be https, or http to this machine');
  if (url.username || url.password) return refuse('must not hold credentials; pass them as options');
  if (/[?#]/.test(baseUrl)) return refuse('must not have a query or a hash');
  return url.href.replace(/\/+$/, '');
};
