import { tokenOf } from '@amend/client/provider';
import type { Contract } from './contract.ts';
import { jsonResponse, type MockRequest, type MockResponse } from './exchange.ts';
import { TextDecoder, URL, URLSearchParams } from './platform.ts';
import type { ProviderName, Secrets } from './secrets.ts';

/** How long a token is said to last, in seconds. */
const lifetime = 3_600;

const refuseToken = (status: number, error: string): MockResponse => jsonResponse(status, { error });

/** Who asks for a token: by HTTP basic, or in the form. */
const askerIn = ({ headers, body }: MockRequest): Readonly<Record<string, string>> => {
  const form = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
  const [, basic] = /^basic (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const [, clientId = form.client_id ?? '', clientSecret = form.client_secret ?? ''] =
    /^([^:]*):(.*)$/s.exec(basic === undefined ? '' : atob(basic)) ?? [];
  return { clientId, clientSecret, grant: form.grant_type ?? '' };
};

/** Gives tokens where a contract says that a caller fetches one (OAuth 2, client credentials); nothing elsewhere. */
export const tokensOf = ({ model, prefix }: Contract, name: string, secrets: Secrets = {}) => {
  const schemes = Object.values(model.security?.schemes ?? {});
  const paths = schemes.flatMap((scheme) =>
    scheme.is === 'client-credentials' ? [new URL(scheme.tokenUrl, 'http://localhost').pathname] : [],
  );
  return async (request: MockRequest, pathname: string): Promise<MockResponse | undefined> => {
    const isAsked = request.method === 'POST' && pathname.startsWith(`${prefix}/`);
    if (!isAsked || !paths.some((path) => pathname.endsWith(path))) return undefined;
    const { clientId = '', clientSecret = '', grant } = askerIn(request);
    if (grant !== 'client_credentials') return refuseToken(400, 'unsupported_grant_type');
    const known: Readonly<Record<string, string>> | undefined = secrets[name as ProviderName];
    const isKnown = known ? clientId === known.clientId && clientSecret === known.clientSecret : clientId !== '';
    if (!isKnown) return refuseToken(401, 'invalid_client');
    const token = await tokenOf({ clientId, clientSecret });
    return jsonResponse(200, { access_token: token, token_type: 'bearer', expires_in: lifetime });
  };
};
