import type { Json, JsonObject } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import type { Cut } from './choose.ts';
import type { Drop } from './flatten.ts';
import { isMap, listAt, mapAt, mapsAt, mapValues, textAt } from './json.ts';
import type { Source } from './source.ts';

/** How well a scheme goes without a person: what is a key is sent as it is, what is a token has to be fetched. */
const ranks: readonly ((scheme: JsonObject) => boolean)[] = [
  ({ type, in: place, name }) => type === 'apiKey' && place === 'header' && !/^authorization$/i.test(String(name)),
  ({ type, scheme }) => type === 'http' && String(scheme).toLowerCase() === 'bearer',
  ({ type, scheme }) => type === 'http' && String(scheme).toLowerCase() === 'basic',
  ({ type, flows }) => type === 'oauth2' && isMap(flows) && flows.clientCredentials !== undefined,
  ({ type }) => type === 'apiKey',
  () => true,
];

const rankOf = (scheme: JsonObject): number => ranks.findIndex((isSuch) => isSuch(scheme));

/** The flows of OAuth 2, each with the scopes that are asked for. */
const flowsOf = (flows: JsonObject, wanted: readonly Json[]): JsonObject =>
  mapValues(flows, (flow) => {
    const { scopes, authorizationUrl, tokenUrl, refreshUrl } = mapAt({ flow }, 'flow');
    const addresses = { authorizationUrl, tokenUrl, refreshUrl };
    const asked = Object.entries(mapAt({ scopes: scopes ?? {} }, 'scopes')).filter(([name]) => wanted.includes(name));
    return {
      ...mapValues(addresses as JsonObject, (address) => address ?? undefined),
      scopes: Object.fromEntries(asked),
    };
  });

/** What our contracts say of a scheme. */
const written = (scheme: JsonObject, name: string, wanted: readonly Json[]): JsonObject => {
  // A token of OpenID Connect is sent as any other, wherever it is had from.
  const token = scheme.type === 'openIdConnect' ? { type: 'http', scheme: 'bearer' } : {};
  const { type, in: place, name: key, scheme: http, flows } = { ...scheme, ...token } as JsonObject;
  return {
    type: type ?? 'apiKey',
    ...(place !== undefined && { in: place }),
    ...(key !== undefined && { name: key }),
    ...(http !== undefined && { scheme: String(http).toLowerCase() }),
    ...(isMap(flows) && { flows: flowsOf(flows, wanted) }),
    description: textAt(scheme, 'description')?.trim().split(/\n/)[0] || `What the client signs in with (${name}).`,
  };
};

export interface Security {
  readonly schemes: JsonObject;
  readonly security: JsonObject[];
}

/** The requirement that the client follows: the one that is named, else the plainest. @throws {UsageError} if there is none. */
export const chooseSecurity = (
  source: Source,
  { update }: Cut,
  { security: wanted, key }: { security?: string | undefined; key?: string | undefined },
  drop: Drop,
): Security => {
  if (key !== undefined)
    return {
      schemes: { apiKey: { type: 'apiKey', in: 'header', name: key, description: 'The key.' } },
      security: [{ apiKey: [] }],
    };
  const schemes = mapAt(source.root, 'components', 'securitySchemes');
  const stated = mapsAt('security' in update.node ? update.node : source.root, 'security');
  const requirements = (stated.length > 0 ? stated : Object.keys(schemes).map((name) => ({ [name]: [] }))).filter(
    (each) => Object.keys(each).length > 0,
  );
  const worst = (requirement: JsonObject) =>
    Math.max(...Object.keys(requirement).map((name) => rankOf(source.follow(schemes[name]))));
  const chosen =
    wanted === undefined
      ? requirements.toSorted((one, other) => worst(one) - worst(other))[0]
      : requirements.find((each) => Object.hasOwn(each, wanted));
  if (!chosen && wanted !== undefined && Object.hasOwn(schemes, wanted))
    return source.fail(
      update.node,
      `${wanted} does not sign in to ${update.name}; --security takes ${requirements.flatMap(Object.keys).join(', ')}.`,
    );
  if (!chosen && wanted !== undefined)
    throw new UsageError(
      `No security scheme is called ${wanted}; there are ${Object.keys(schemes).join(', ') || 'none'}.`,
    );
  if (!chosen)
    return source.fail(
      update.node,
      'The document does not say how calls are signed; name the header that holds the key, as in --key X-Api-Key.',
    );
  for (const other of requirements)
    if (other !== chosen) drop(update.node, `${Object.keys(other).join(' and ')} would sign in as well (--security)`);
  const found = Object.keys(chosen).map((name) => {
    const scopes = listAt(chosen, name);
    const scheme = written(source.follow(schemes[name]), name, scopes);
    return { name, scheme, scopes: scheme.type === 'oauth2' ? scopes : [] };
  });
  return {
    schemes: Object.fromEntries(found.map(({ name, scheme }) => [name, scheme])),
    security: [Object.fromEntries(found.map(({ name, scopes }) => [name, scopes]))],
  };
};
