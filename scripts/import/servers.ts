import type { JsonObject } from '@amend/compiler/read';
import { mapAt, mapsAt, textAt } from './json.ts';
import { isAddress } from './read-file.ts';
import type { Source } from './source.ts';

const isLocal = (url: string): boolean => /^https?:\/\/(localhost|127\.|0\.0\.0\.0|\[::1\])/.test(url);
const isForTrying = (server: JsonObject): boolean => /sandbox|test|demo|staging/i.test(JSON.stringify(server));

/** Variables have the value that they have by default. */
const addressOf = (source: Source, server: JsonObject): string | undefined => {
  const url = (textAt(server, 'url') ?? '').replace(/\{([^}]*)\}/g, (_, name: string) =>
    String(mapAt(server, 'variables', name).default ?? ''),
  );
  const base = isAddress(source.file) ? source.file : undefined;
  if (!URL.canParse(url, base) || isLocal(url)) return undefined;
  return new URL(url, base).href.replace(/\/$/, '');
};

/** The servers that can be called, the one for trying first. @throws {UsageError} if there is none. */
export const serversOf = (source: Source, given: string | undefined): JsonObject[] => {
  const all = mapsAt(source.root, 'servers').toSorted(
    (one, other) => Number(isForTrying(other)) - Number(isForTrying(one)),
  );
  const found = all.flatMap((server) => {
    const url = addressOf(source, server);
    return url === undefined ? [] : [{ url, description: textAt(server, 'description')?.trim() || 'Server.' }];
  });
  if (given !== undefined) return [{ url: given, description: 'Server.' }];
  if (found.length > 0) return found;
  return source.fail(
    source.root.servers ?? source.root,
    'The document has no server that can be called; give one, as in --server https://sandbox.acme.example/v1.',
  );
};
