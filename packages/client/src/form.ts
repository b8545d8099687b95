export const formMedia = 'application/x-www-form-urlencoded';

const encode = (text: string): string => encodeURIComponent(text).replaceAll('%5B', '[').replaceAll('%5D', ']');

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const pairsOf = (name: string, value: unknown): string[] => {
  if (!isObject(value)) return [`${encode(name)}=${encodeURIComponent(String(value ?? ''))}`];
  const parts = Object.entries(value);
  // Nothing else would say that it is there, and empty.
  return parts.length === 0 ? [`${encode(name)}=`] : parts.flatMap(([key, part]) => pairsOf(`${name}[${key}]`, part));
};

/**
 * JSON as `application/x-www-form-urlencoded`: what is within an object or a list under `name[key]` and `name[0]`, and what
 * is `null` or empty as an empty text.
 */
export const toForm = (value: unknown): string =>
  Object.entries(Object(value))
    .flatMap(([name, part]) => pairsOf(name, part))
    .join('&');
