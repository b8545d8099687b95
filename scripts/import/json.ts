import type { Json, JsonObject } from '@amend/compiler/read';

export type Path = readonly (string | number)[];

export const isMap = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An entry of a map; nothing of what every object has. */
export const at = (node: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>(
    (inner, key) => (isMap(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    node,
  );

export const mapAt = (node: Json | undefined, ...keys: readonly string[]): JsonObject => {
  const value = at(node, ...keys);
  return isMap(value) ? value : {};
};

export const listAt = (node: Json | undefined, key: string): Json[] => {
  const value = at(node, key);
  return Array.isArray(value) ? value : [];
};

export const mapsAt = (node: Json | undefined, key: string): JsonObject[] => listAt(node, key).filter(isMap);

export const textAt = (node: Json | undefined, key: string): string | undefined => {
  const value = at(node, key);
  return typeof value === 'string' ? value : undefined;
};

export const mapValues = (map: JsonObject, change: (value: Json, key: string) => Json | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => {
      const changed = change(value, key);
      return changed === undefined ? [] : [[key, changed]];
    }),
  );

const unescaped = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

export const pathOf = (pointer: string): string[] => {
  try {
    return decodeURIComponent(pointer).replace(/^#/, '').split('/').slice(1).map(unescaped);
  } catch {
    return [pointer];
  }
};

export const pointerOf = (path: Path): string =>
  `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

export const atPath = (node: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>(
    (inner, key) => (Array.isArray(inner) ? inner[Number(key)] : at(inner, String(key))),
    node,
  );
