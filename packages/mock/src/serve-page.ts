import { jsonResponse, type MockRequest, type MockResponse, problemResponse } from './exchange.ts';
import { createGuard } from './guard.ts';
import { ofPage } from './manner.ts';
import { type Pages, withPages } from './pages.ts';
import { parseUrl } from './platform.ts';
import { type Listening, listen } from './server.ts';

/** What is told, in JSON. */
export interface Told {
  readonly status: number;
  readonly body: object;
}

/** A page of this machine, and what it alone, beside tools, may ask for. */
export interface PageServer {
  readonly pages: Pages;
  /** Where a browser that opens `/` is led, such as `/?a#/b`. */
  readonly start: string;
  /** Below which path things are told, such as `/keeper`. */
  readonly below: string;
  /** Takes what stands below, part by part, to what is there; nothing if nothing is. */
  readonly tell: (parts: readonly string[]) => Promise<Told | undefined>;
  /** 0, the default, takes any free one. */
  readonly port?: number | undefined;
}

const host = '127.0.0.1';

const privately = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const decode = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

const answerFor =
  ({ start, below, tell }: PageServer) =>
  async ({ method, url }: MockRequest): Promise<MockResponse> => {
    if (method !== 'GET' && method !== 'HEAD')
      return problemResponse(405, 'Not allowed', 'Here one reads, and changes nothing.');
    const { pathname = '' } = parseUrl(url) ?? {};
    if (pathname === '/') return { status: 302, headers: { location: start }, body: undefined };
    const parts = pathname.startsWith(`${below}/`)
      ? pathname
          .slice(below.length + 1)
          .split('/')
          .map(decode)
      : [];
    const isReadable = parts.length > 0 && parts.every((part) => part !== undefined && part !== '');
    const told = isReadable ? await tell(parts as readonly string[]) : undefined;
    return told ? jsonResponse(told.status, told.body) : problemResponse(404, 'Not found', 'Nothing is here.');
  };

/** The whole of it, for a Node that is new enough: see index.ts. */
export const servePage = (server: PageServer): Promise<Listening> => {
  const answer = answerFor(server);
  const told = async (request: MockRequest): Promise<MockResponse> => {
    const response = await answer(request);
    return { ...response, headers: { ...response.headers, ...privately } };
  };
  const isOwn = (pathname: string): boolean => pathname.startsWith(`${server.below}/`);
  const shown = withPages(server.pages)(told, isOwn);
  // Whoever opens the page without what it goes by is led to it.
  const led = (request: MockRequest) => {
    const { pathname, search } = parseUrl(request.url) ?? {};
    return pathname === '/' && search === '' ? told(request) : shown(request);
  };
  return listen(createGuard({}, [], ofPage)(led, host), { host, port: server.port ?? 0 });
};
