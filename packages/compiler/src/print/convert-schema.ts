import { formats } from '../read/formats.ts';
import { keywords } from '../read/node-kinds.ts';
import type { Schema } from '../read/openapi.ts';
import type { LoadedContract, Path } from '../read/read-contract.ts';
import { parseReference, resolve } from '../read/references.ts';

/** A schema that holds what a validator checks, and nothing else. */
export type Checked = boolean | { readonly [keyword: string]: unknown };

/** How a contract's schemas are read: `forbidden` marks what may not travel in that direction. */
const modes = {
  request: { tolerant: false, forbidden: 'readOnly', condition: 'request' },
  response: { tolerant: true, forbidden: 'writeOnly', condition: 'condition' },
  // The `if` and the `not` of a response: whether a branch applies is exact, even where the branch itself is tolerant.
  condition: { tolerant: false, forbidden: 'writeOnly', condition: 'condition' },
} as const;

export type Mode = keyof typeof modes;

/** Lets every value pass. */
const isTrivial = (schema: Checked | undefined): boolean =>
  schema === undefined || schema === true || (schema !== false && Object.keys(schema).length === 0);

const mapValues = <From, To>(map: Record<string, From>, change: (value: From, key: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));

/** Lets null pass as well. */
const orNull = (schema: Checked): Checked => {
  if (isTrivial(schema) || typeof schema === 'boolean') return schema;
  const { type } = schema;
  const types = Array.isArray(type) ? type.filter((name) => name !== 'null') : [];
  return { orNull: types.length > 0 ? { ...schema, type: types.length === 1 ? types[0] : types } : schema };
};

const allButNull = { type: ['string', 'number', 'boolean', 'object', 'array'] };

/** What a keyword becomes: other keywords, or none. */
type Conversion = Record<string, unknown>;

/**
 * Turns a contract's schemas into what is checked: requests as the contract has them; of responses the shape alone, so
 * that a field, an enum value or a longer text that a provider adds breaks no caller.
 */
export const createConverter = ({ document }: LoadedContract) => {
  const definitions: Record<Mode, Record<string, Checked>> = { request: {}, response: {}, condition: {} };

  const isForbidden = (schema: Schema, mode: Mode): boolean => {
    const { forbidden } = modes[mode];
    return schema[forbidden] === true || resolve(document, schema)[forbidden] === true;
  };

  /** Schemas of the same value, of each list at least one. */
  const alternatives = (schema: Schema): Schema[][] =>
    [schema.$ref === undefined ? undefined : [resolve(document, schema)], schema.anyOf, schema.oneOf].filter(
      (list) => list !== undefined,
    );

  const refusesNull = (schema: Schema): boolean =>
    (schema.type !== undefined && ![schema.type].flat().includes('null')) ||
    (schema.enum !== undefined && !schema.enum.includes(null)) ||
    (schema.const ?? null) !== null ||
    alternatives(schema).some((list) => list.every(refusesNull));

  const refusesNullIn = (schema: Schema, name: string): boolean => {
    const property = schema.properties?.[name];
    return (
      (property !== undefined && refusesNull(property)) ||
      alternatives(schema).some((list) => list.every((one) => refusesNullIn(one, name)))
    );
  };

  const reference = ($ref: string, mode: Mode): Conversion => {
    const { name = '' } = parseReference($ref) ?? {};
    const definition = { $ref: `${mode}#/$defs/${name}` };
    const known = definitions[mode];
    if (known[name] === undefined) {
      // Stands for itself while it is converted: a schema may hold itself.
      known[name] = definition;
      known[name] = convert(document.components?.schemas?.[name] ?? {}, mode, ['components', 'schemas', name]);
    }
    return isTrivial(known[name]) ? {} : definition;
  };

  const branches = (
    keyword: 'anyOf' | 'oneOf',
    schemas: Schema[],
    mode: Mode,
    at: Path,
    around: Schema[],
  ): Conversion => {
    const converted = schemas.map((schema, index) => convert(schema, mode, [...at, index], around));
    if (!modes[mode].tolerant) return { [keyword]: converted };
    // Two tolerant branches may well fit the same value.
    return converted.some(isTrivial) ? {} : { anyOf: converted };
  };

  const conditional = (schema: Schema, mode: Mode, at: Path, around: Schema[]): Conversion => {
    const branch = (keyword: 'then' | 'else') =>
      convert(schema[keyword] ?? {}, mode, [...at.slice(0, -1), keyword], around);
    const outcomes = { then: branch('then'), else: branch('else') };
    if (isTrivial(outcomes.then) && isTrivial(outcomes.else)) return {};
    return {
      if: convert(schema.if ?? {}, modes[mode].condition, at),
      ...Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => !isTrivial(outcome))),
    };
  };

  const format = (name: string): Conversion => (formats[name] === 'annotation' ? {} : { format: name });

  const properties = (schema: Schema, mode: Mode, at: Path): Conversion => {
    const { required: needed = [] } = required(schema, mode);
    const converted = mapValues(schema.properties ?? {}, (property, name) => {
      const one = convert(property, mode, [...at, name]);
      // What a provider leaves out it may as well send as null.
      return mode === 'request' || needed.includes(name) ? one : orNull(one);
    });
    // A property's name alone matters only where something is said of the others.
    const namesMatter = !modes[mode].tolerant || typeof schema.additionalProperties === 'object';
    const kept = Object.entries(converted).filter(([, property]) => namesMatter || !isTrivial(property));
    return kept.length === 0 ? {} : { properties: Object.fromEntries(kept) };
  };

  const required = (schema: Schema, mode: Mode): { required?: string[] } => {
    const names = (schema.required ?? []).filter((name) => !isForbidden(schema.properties?.[name] ?? {}, mode));
    return names.length === 0 ? {} : { required: names };
  };

  const additionalProperties = (schema: boolean | Schema, mode: Mode, at: Path): Conversion => {
    if (typeof schema === 'boolean') return schema || modes[mode].tolerant ? {} : { additionalProperties: false };
    const converted = convert(schema, mode, at);
    if (isTrivial(converted)) return {};
    return { additionalProperties: mode === 'request' ? converted : orNull(converted) };
  };

  const items = (schema: Schema, mode: Mode, at: Path): Conversion => {
    const converted = convert(schema, mode, at);
    return isTrivial(converted) ? {} : { items: converted };
  };

  /** An enum of one value is a constant, which holds in a response too. */
  const enumeration = (values: unknown[], mode: Mode): Conversion => {
    if (values.length === 1) return { const: values[0] };
    return modes[mode].tolerant ? {} : { enum: values };
  };

  const conversion = (keyword: string, schema: Schema, mode: Mode, at: Path, around: Schema[]): Conversion => {
    switch (keyword) {
      case '$ref':
        return reference(schema.$ref ?? '', mode);
      case 'properties':
        return properties(schema, mode, at);
      case 'required':
        return required(schema, mode);
      case 'additionalProperties':
        return additionalProperties(schema.additionalProperties ?? true, mode, at);
      case 'items':
        return items(schema.items ?? {}, mode, at);
      case 'anyOf':
      case 'oneOf':
        return branches(keyword, schema[keyword] ?? [], mode, at, [schema, ...around]);
      case 'if':
        return conditional(schema, mode, at, [schema, ...around]);
      case 'not':
        return { not: convert(schema.not ?? {}, modes[mode].condition, at) };
      case 'then':
      case 'else':
        return {};
      case 'enum':
        return enumeration(schema.enum ?? [], mode);
      case 'format':
        return format(schema.format ?? '');
      default:
        return { [keyword]: schema[keyword as keyof Schema] };
    }
  };

  const isChecked = (keyword: string, mode: Mode): boolean =>
    keywords[keyword] === 'structure' || (keywords[keyword] === 'limit' && !modes[mode].tolerant);

  /** What is required here, and let null pass where it is described. */
  const requiredElsewhere = (schema: Schema, mode: Mode, around: Schema[]): string[] =>
    mode === 'response'
      ? (required(schema, mode).required ?? []).filter(
          (name) =>
            !refusesNull(schema.properties?.[name] ?? {}) &&
            [schema, ...around].some((one) => refusesNullIn(one, name)),
        )
      : [];

  /** `around` are the schemas of the same value that this one is an alternative or a branch in. */
  const convert = (schema: boolean | Schema, mode: Mode, at: Path, around: Schema[] = []): Checked => {
    if (typeof schema === 'boolean') return schema;
    if (isForbidden(schema, mode)) return { [modes[mode].forbidden]: true };
    const conversions = Object.keys(schema)
      .filter((keyword) => isChecked(keyword, mode))
      .map((keyword) => conversion(keyword, schema, mode, [...at, keyword], around));
    const converted = Object.assign({}, ...conversions);
    for (const name of requiredElsewhere(schema, mode, around))
      converted.properties = { ...converted.properties, [name]: { ...allButNull, ...converted.properties?.[name] } };
    return converted;
  };

  return { definitions, convert };
};
