import { formats } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isMap, listAt, mapAt, mapsAt } from './json.ts';

const ajv = new Ajv2020({
  strict: false,
  allErrors: false,
  logger: false,
  validateSchema: false,
  addUsedSchema: false,
});
for (const [name, format] of Object.entries(formats)) if (format instanceof RegExp) ajv.addFormat(name, format);

const known = new WeakMap<object, (value: unknown) => boolean>();

/** Whether a value fits a schema of ours. */
export const fits = (schema: JsonObject, value: Json): boolean => {
  const check = known.get(schema) ?? ajv.compile(schema);
  known.set(schema, check);
  return check(value);
};

/** Texts that nobody is known by, in the forms that occur. */
const texts = [
  ...[
    'text',
    'Specimen',
    'aminata.specimen@example.com',
    '+12025550142',
    '2025550142',
    '1990-04-15',
    'US',
    'USA',
    'NY',
  ],
  ...[
    'USD',
    'en',
    'en-US',
    '123456789',
    '111223333',
    '111-22-3333',
    '12-3456789',
    '1234',
    '10001',
    '1',
    '12',
    '000000',
  ],
  ...['50a59abe-e714-4416-a9f9-273a9b1dbe87', '2026-07-02T09:15:00Z', 'https://www.example.com', 'AB123456', 'a'],
  ...['1990', '04', '15', 'GB', 'GBR', 'Europe/London', '127.0.0.1', 'A1', 'ABCDEFGHIJ', 'abcdefghijklmnopqrstuvwxyz'],
];

const formed: Record<string, Json> = {
  date: '1990-04-15',
  'date-time': '2026-07-02T09:15:00Z',
  email: 'aminata.specimen@example.com',
  uuid: '50a59abe-e714-4416-a9f9-273a9b1dbe87',
  uri: 'https://www.example.com',
};

/** What a property of this name is likely to hold. */
const named: readonly (readonly [RegExp, Json])[] = [
  [/e.?mail/i, 'aminata.specimen@example.com'],
  [/phone|mobile/i, '+12025550142'],
  [/birth|dob/i, '1990-04-15'],
  [/first.?name|given/i, 'Aminata'],
  [/last.?name|family|surname/i, 'Specimen'],
  [/country/i, 'US'],
  [/state|province/i, 'NY'],
  [/zip|postal/i, '10001'],
  [/city/i, 'New York'],
  [/(^|_)id$|Id$/, '50a59abe-e714-4416-a9f9-273a9b1dbe87'],
];

const scalarsFor = (schema: JsonObject, name: string): Json[] => [
  ...listAt(schema, 'examples'),
  ...('const' in schema ? [schema.const as Json] : []),
  ...listAt(schema, 'enum'),
  ...('default' in schema ? [schema.default as Json] : []),
  ...named.filter(([form]) => form.test(name)).map(([, value]) => value),
  ...(typeof schema.format === 'string' && schema.format in formed ? [formed[schema.format] as Json] : []),
  ...texts,
  ...[1, 0, 10, 100, 1990, 4, true, null],
];

/** A value that fits a schema; of an object what is required, and what `isShown` of the rest. Nothing where none is found. */
export const sample = (
  schema: JsonObject,
  isShown: (name: string, depth: number) => boolean = () => false,
  name = '',
  depth = 0,
): Json | undefined => {
  const [branch] = mapsAt(schema, 'anyOf');
  if (branch) return sample(branch, isShown, name, depth);
  if (isMap(schema.properties)) {
    const required = listAt(schema, 'required');
    const shown = Object.entries(mapAt(schema, 'properties')).flatMap(([key, property]): [string, Json][] => {
      if (!isMap(property)) return [];
      if (!required.includes(key) && (property.writeOnly === true || !isShown(key, depth))) return [];
      const value = sample(property, isShown, key, depth + 1);
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(shown);
  }
  const types = [schema.type].flat();
  if (types.includes('array')) {
    const wanted = typeof schema.minItems === 'number' ? schema.minItems : 0;
    const item = wanted > 0 ? sample(isMap(schema.items) ? schema.items : {}, isShown, name, depth + 1) : undefined;
    return item === undefined ? [] : Array.from({ length: wanted }, () => item);
  }
  if (types.includes('object')) return {};
  return scalarsFor(schema, name).find((value) => fits(schema, value));
};

/** A value without what does not fit: what its schema does not name, and what a vendor's own example has wrong. */
export const fitted = (schema: JsonObject, value: Json, name = ''): Json | undefined => {
  if (Array.isArray(value) && isMap(schema.items)) {
    const { items } = schema;
    return value.flatMap((each) => fitted(items, each, name) ?? []);
  }
  if (!isMap(value) || !isMap(schema.properties)) return fits(schema, value) ? value : undefined;
  const properties = mapAt(schema, 'properties');
  const required = listAt(schema, 'required');
  const shown = [...new Set([...Object.keys(value), ...required.map(String)])].flatMap((key): [string, Json][] => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const given = Object.hasOwn(value, key) ? (value[key] as Json) : undefined;
    if (!isMap(property)) return given === undefined || !isMap(schema.additionalProperties) ? [] : [[key, given]];
    const found = given === undefined ? undefined : fitted(property, given, key);
    const filled = found ?? (required.includes(key) ? sample(property, undefined, key, 1) : undefined);
    return filled === undefined ? [] : [[key, filled]];
  });
  const whole = Object.fromEntries(shown);
  return fits(schema, whole) ? whole : undefined;
};
