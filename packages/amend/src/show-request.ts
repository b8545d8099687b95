import { formMedia, toForm } from '@amend/client';
import { type DescribedRequest, maskRequest } from './describe-request.ts';

/** As one word of a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const asHttp = (method: string, address: string, headers: readonly string[], body: string): string => {
  const { host, pathname, search } = new URL(address);
  return [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...headers, '', body].join('\n');
};

const asCurl = (method: string, address: string, headers: readonly string[], body: string): string =>
  [
    `curl --request ${method} ${quoted(address)}`,
    ...headers.map((header) => `--header ${quoted(header)}`),
    `--data-raw ${quoted(body)}`,
  ].join(' \\\n  ');

/** A request as text for people, an HTTP message or a command of curl, with what is private always masked. */
export const showRequest = (request: DescribedRequest, form: 'http' | 'curl' = 'http'): string => {
  const { method, url, headers, body } = maskRequest(request);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (form === 'curl' ? asCurl : asHttp)(
    method,
    url,
    lines,
    headers['Content-Type'] === formMedia ? toForm(body) : JSON.stringify(body),
  );
};
