import { preflight, withCors } from './cors.ts';
import { type MockRequest, type Outcome, problemResponse, reset } from './exchange.ts';
import { ofMock } from './manner.ts';
import { parseUrl } from './platform.ts';

// Every page in a developer's browser reaches what listens on the same machine. A browser says where a page comes from,
// in headers that the page cannot set; curl and the like say nothing.

type Handle = (request: MockRequest) => Promise<Outcome>;

/** Who may call, beside tools. */
export interface Callers {
  /** Of pages that may call everything. Without them, pages of this machine may call the providers. */
  readonly origins?: readonly string[] | undefined;
  /** What the mock is called, beside the names of this machine and the one it listens on; by these, all of it is served. */
  readonly hosts?: readonly string[] | undefined;
}

const nameIn = (host: string): string | undefined =>
  /^[^\s/?#@\\]+$/.test(host) ? parseUrl(`http://${host}`)?.hostname.replace(/\.$/, '') : undefined;

/** A host as it is compared; nothing if it is none, or has a port. */
export const readHost = (host: string): string | undefined =>
  /\]:/.test(host) ? undefined : nameIn(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);

/** An origin as browsers write it, such as `null`; nothing if it is none. */
export const readOrigin = (origin: string): string | undefined => {
  if (/^https?:/i.test(origin))
    return /^https?:\/\/[^\s/?#@\\*]+\/?$/i.test(origin) ? parseUrl(origin)?.origin : undefined;
  return /^(?:null|[a-z][a-z0-9+.-]*:\/\/[^\s/?#@\\*]+)$/.test(origin) ? origin : undefined;
};

/** No DNS gives these names to another machine. */
const isLoopback = (name: string): boolean => /^(?:(?:.+\.)?localhost|127(?:\.[0-9]+){3}|\[::1\])$/.test(name);
const isThisMachine = (name: string): boolean => isLoopback(name) || name === '0.0.0.0' || name === '[::]';
/** Names that nobody can own, such as a service's in Docker: no foreign page has one. */
const isPrivate = (name: string): boolean => /^(?:[^.]+|.+\.(?:internal|test))$/.test(name);
const isAddress = (name: string): boolean => /^(?:\[.+\]|[0-9]+(?:\.[0-9]+){3})$/.test(name);

const isLocalPage = (origin: string): boolean =>
  /^https?:/.test(origin) && readOrigin(origin) === origin && isThisMachine(parseUrl(origin)?.hostname ?? '');

/** A link leads to the page that is served at `/`, from wherever; who links to it can read nothing of it. */
const isOpened = ({ method, headers }: MockRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers.origin === undefined &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';

/**
 * Keeps web pages off that nobody let in, and answers preflights.
 *
 * @param known The headers of the contracts.
 */
export const createGuard = ({ origins, hosts = [] }: Callers, known: readonly string[], manner = ofMock) => {
  const noPage = (who: string): string => `${who}, and no other page${manner.wayIn}.`;
  const named = new Set(origins?.map(readOrigin));

  const whyForeign = (
    request: MockRequest,
    { pathname, origin: ours }: URL,
    isControl: boolean,
  ): string | undefined => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (pathname === '/' && isOpened(request)) return undefined;
    if (origin !== undefined && named.has(origin)) return undefined;
    const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
    if (isOwnSite && (origin === undefined || origin === ours)) return undefined;
    if (isControl) return noPage(`${manner.control} answers tools and pages of its own origin`);
    if (origins) return noPage('The mock answers tools and the pages that it was told of');
    const isLocal = origin === undefined ? site === 'same-site' : isLocalPage(origin);
    return isLocal ? undefined : noPage('The mock answers tools and pages of this machine');
  };

  /** Names of the DNS can be made to lead here by whoever owns them, and addresses by nobody. */
  const isName = (host: string, boundTo: string, isControl: boolean): boolean => {
    const name = nameIn(host);
    if (name === undefined) return false;
    if (isThisMachine(name) || [boundTo, ...hosts].some((each) => readHost(each) === name)) return true;
    return isAddress(name) ? !isLoopback(readHost(boundTo) ?? '') : !isControl && isPrivate(name);
  };

  const whyRefused = (request: MockRequest, target: URL, boundTo: string | undefined): string | undefined => {
    const { pathname, host } = target;
    const isControl = manner.isControl(pathname);
    // A request line may hold a name of its own.
    const names = boundTo === undefined ? [] : [host, request.headers.host ?? host];
    const isNamed = names.every((name) => isName(name, boundTo ?? '', isControl));
    return isNamed ? whyForeign(request, target, isControl) : manner.noName;
  };

  /** @param boundTo Where it listens; in the same process, a call's host may be any. */
  return (handle: Handle, boundTo?: string): Handle =>
    async (request) => {
      const target = parseUrl(request.url);
      if (!target) return handle(request);
      const reason = whyRefused(request, target, boundTo);
      if (reason !== undefined) return problemResponse(403, 'Forbidden', reason);
      const outcome = preflight(request, known) ?? (await handle(request));
      return outcome === reset ? reset : withCors(request, outcome);
    };
};
