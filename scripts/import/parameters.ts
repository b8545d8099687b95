import { isSensitive } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import type { Drop } from './flatten.ts';
import { listAt, mapAt, textAt } from './json.ts';
import type { VendorOperation } from './operations.ts';
import { plainSchema } from './plain-schema.ts';
import { fits, sample } from './sample.ts';
import type { Source } from './source.ts';

/** Headers that OpenAPI itself sets aside: media types and `security` say them. */
const ofOpenApi = /^(accept|content-type|authorization)$/i;

/** A header by which a provider knows a repeated call again. */
const ofRepeats = /idempot/i;

interface Parameters {
  readonly path: string;
  readonly parameters: JsonObject[];
  /** Headers, which are components: their names there name them in code. */
  readonly headers: Readonly<Record<string, JsonObject>>;
  /** The header that makes a repeated call one call. */
  readonly key?: string | undefined;
}

const componentName = (header: string): string =>
  header.replace(/(?:^|[^A-Za-z0-9]+)([a-z])/gi, (_, letter: string) => letter.toUpperCase());

/** What calls name the user by says so where its name sounds like a secret's, and where no path has it. */
export const identifier = (name: string, schema: JsonObject, path: string): JsonObject =>
  isSensitive(name) || !path.includes('{') ? { ...schema, 'x-role': 'identifier' } : schema;

const isHeader = (parameter: JsonObject): boolean => parameter.in === 'header';

/** Path and parameters of an operation; what names the user has the name that the user's own property has. */
export const parametersFor = (
  source: Source,
  { node, path, parameters }: VendorOperation,
  flatten: (schema: Json | undefined) => JsonObject,
  names: { readonly parameter: string; readonly id: string; readonly signing: ReadonlySet<string> },
  drop: Drop,
): Parameters => {
  const isByKey = (name: string) => node.requestBody !== undefined && ofRepeats.test(name);
  const rename = (name: string): string => (name === names.parameter ? names.id : name);
  const taken = parameters.flatMap((parameter): JsonObject[] => {
    const { in: place, required = false } = parameter;
    const name = textAt(parameter, 'name') ?? '';
    if (place === 'header' && (ofOpenApi.test(name) || names.signing.has(name.toLowerCase()))) return [];
    const schema = flatten(parameter.schema);
    const isScalar = !['array', 'object'].some((type) => [schema.type].flat().includes(type)) && !schema.anyOf;
    if (
      place === 'cookie' ||
      (place === 'header' && required !== true && !isByKey(name)) ||
      (!isScalar && required !== true)
    ) {
      drop(parameter, `the ${place} parameter ${name} is left out`);
      return [];
    }
    if (!isScalar)
      source.fail(parameter, `The parameter ${name} is no single value; it has no place in our contracts.`);
    const { examples: _, ...plain } = plainSchema(schema, drop);
    // On the wire it is text in any case, and ids are text to who calls.
    const { minimum: __, maximum: ___, format: ____, ...text } = plain;
    const said = place === 'path' ? { ...text, type: 'string' } : plain;
    const given = [
      parameter.example,
      ...Object.values(mapAt(parameter, 'examples')).map((each) => source.follow(each).value),
    ];
    const shown = [...given, ...listAt(schema, 'examples'), sample(said, undefined, name)].flatMap((each) =>
      each === undefined ? [] : [place === 'path' ? String(each) : each],
    );
    const value = shown.find((each) => fits(said, each));
    const isNeeded = place === 'path' || required === true;
    if (value === undefined && isNeeded)
      source.fail(parameter, `The parameter ${name} shows no value that its schema takes; give it an example.`);
    if (value === undefined) {
      drop(parameter, `the ${place} parameter ${name} shows no value that its schema takes, and is left out`);
      return [];
    }
    const { description: schemaSays, ...rest } = said;
    const isId = place === 'path' && name === names.parameter;
    return [
      {
        name: place === 'path' ? rename(name) : name,
        in: place as Json,
        required: isNeeded,
        description: textAt(parameter, 'description')?.trim() || schemaSays || `The ${name}.`,
        schema: isId ? identifier(names.id, rest, path) : rest,
        examples: { sample: { summary: 'One', value } },
      },
    ];
  });
  for (const [, name = ''] of path.matchAll(/\{([^}]*)\}/g))
    if (!taken.some((each) => each.in === 'path' && each.name === rename(name)))
      source.fail(node, `The path ${path} has a parameter ${name} that no list of parameters describes.`);
  const headers = taken.filter(isHeader).map((header) => [componentName(String(header.name)), header] as const);
  return {
    path: path.replace(/\{([^}]*)\}/g, (_, name: string) => `{${rename(name)}}`),
    parameters: [
      ...taken.filter((parameter) => !isHeader(parameter)),
      ...headers.map(([name]) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    headers: Object.fromEntries(headers),
    key: headers.map(([, { name }]) => String(name)).find(isByKey),
  };
};
