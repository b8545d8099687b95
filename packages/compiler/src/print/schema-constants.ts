type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

const declaration = /^const (schema\d+) = (.*);\n/gm;
const step = String.raw`\.[A-Za-z_$][\w$]*|\["(?:[^"\\]|\\.)*"\]|\[\d+\]`;
const use = new RegExp(String.raw`(?<![.\w$])(schema\d+)((?:${step})+)`, 'g');

const keysOf = (path: string): string[] =>
  (path.match(new RegExp(step, 'g')) ?? []).map((key) => (key.startsWith('.') ? key.slice(1) : `${JSON.parse(key)}`));

const valueAt = (schema: Value | undefined, path: string): Value | undefined =>
  keysOf(path).reduce<Value | undefined>((value, key) => (value as Record<string, Value> | undefined)?.[key], schema);

/**
 * Ajv writes each schema into the code as a whole, for the few parts that the code looks at: an enum's values, a list
 * of types, and the names of an object's properties. This keeps those parts alone, equal ones once.
 */
export const collectConstants = (code: string) => {
  const schemas = new Map<string, Value>();
  const rest = code.replace(declaration, (_, name: string, json: string) => {
    schemas.set(name, JSON.parse(json) as Value);
    return '';
  });
  const names = new Map<string, string>();
  return {
    rest,
    /** The code with a constant's name in place of each part; `restore` gives a path as Ajv wrote it. */
    named: (text: string, restore: (path: string) => string): string =>
      text.replace(use, (_, schema: string, path: string) => {
        const value = valueAt(schemas.get(schema), restore(path));
        if (value === undefined) throw new Error(`Ajv looks at ${schema}${path}, which is not there.`);
        if (typeof value !== 'object' || value === null) return JSON.stringify(value);
        const part = Array.isArray(value) ? value : Object.fromEntries(Object.keys(value).map((key) => [key, true]));
        const json = JSON.stringify(part);
        const name = names.get(json) ?? `constant${names.size}`;
        names.set(json, name);
        return name;
      }),
    constants: () => [...names].map(([json, name]) => `const ${name} = ${json};\n`).join(''),
  };
};
