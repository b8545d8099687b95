import { _, Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { camelCase } from '../read/camel-case.ts';
import { formats } from '../read/formats.ts';
import type { LoadedContract } from '../read/read-contract.ts';
import { banner } from './banner.ts';
import { compactValidators, patternMaker } from './compact-validators.ts';
import { type OperationSchemas, type ValidationSchemas, validationSchemas } from './validation-schemas.ts';

const regExp = Object.assign((source: string, flags: string) => new RegExp(source, flags), { code: patternMaker });

/** Ajv with what we add to it, and with a contract's components. */
export const createAjv = ({ definitions }: Pick<ValidationSchemas, 'definitions'>): Ajv2020 => {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    validateSchema: false,
    // Each component is one function, however often it is referred to.
    inlineRefs: false,
    // However many there are, they are written out.
    loopRequired: Number.POSITIVE_INFINITY,
    code: { source: true, esm: true, lines: true, regExp },
  });
  // These would have every validator keep books for keywords that we do not handle.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  // Left in a schema where a value may not travel in the direction that it is checked for.
  for (const keyword of ['readOnly', 'writeOnly'])
    ajv.removeKeyword(keyword).addKeyword({ keyword, schemaType: 'boolean', code: (context) => context.fail() });
  // Ajv would compare with one value after the other, nested as deep as there are values.
  ajv.removeKeyword('enum').addKeyword({
    keyword: 'enum',
    schemaType: 'array',
    error: { message: '', params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}` },
    code: (context) => context.fail(_`!(${context.schemaCode}).includes(${context.data})`),
  });
  ajv.addKeyword({
    keyword: 'orNull',
    schemaType: ['object', 'boolean'],
    code: (context) => {
      const { gen, data, keyword } = context;
      gen.if(_`${data} !== null`, () => context.subschema({ keyword }, gen.name('valid')));
    },
  });
  for (const [name, format] of Object.entries(formats)) if (format instanceof RegExp) ajv.addFormat(name, format);
  for (const [mode, $defs] of Object.entries(definitions)) ajv.addSchema({ $id: mode, $defs });
  return ajv;
};

/** A schema's name in {@link compile}'s answer. */
export const textOf = (schema: unknown): string => JSON.stringify(schema);

const kinds = ['request', 'response', 'error'] as const;

/** The validators' code, and the name in it of the function for each schema. Equal schemas share one. */
export const compile = (schemas: ValidationSchemas): { code: string; functionNames: Map<string, string> } => {
  const ajv = createAjv(schemas);
  const texts = new Set(
    schemas.operations.flatMap((operation) => kinds.flatMap((kind) => operation[kind].map(textOf))),
  );
  const ids = [...texts].map((text, index) => {
    const schema = JSON.parse(text);
    if (typeof schema === 'object' && Object.keys(schema).join() === '$ref') return schema.$ref as string;
    ajv.addSchema(schema, `schema${index}`);
    return `schema${index}`;
  });
  const functionNames = new Map<string, string>();
  const exported = Object.fromEntries(ids.map((id, index) => [`export${index}`, id]));
  const code = `${standaloneCode.default(ajv, exported)}\n`.replace(
    /^export const export(\d+) = (validate\d+);\n/gm,
    (_, index: string, name: string) => {
      functionNames.set([...texts][Number(index)] ?? '', name);
      return '';
    },
  );
  if (functionNames.size < texts.size) throw new Error('Ajv writes exports that validators.ts does not expect.');
  return { code: compactValidators(code), functionNames };
};

/** An operation's entry: what `write` makes of each kind of body, left out for a request without one. */
const entryOf = (operation: OperationSchemas, write: (schemas: unknown[]) => string, end: string): string =>
  kinds
    .filter((kind) => kind !== 'request' || operation.request.length > 0)
    .map((kind) => `  ${kind}: ${write(operation[kind])}${end}\n`)
    .join('');

/** The names of the request bodies' schemas, each with what it is checked by: whoever needs one takes no other. */
const requestBodies = (contract: LoadedContract, { operations }: ValidationSchemas): Map<string, string> => {
  const bodies = new Map<string, string>();
  for (const schema of operations.flatMap(({ request }) => request)) {
    const [, schemaName] = /^\{"\$ref":"request#\/\$defs\/([^"]+)"\}$/.exec(textOf(schema)) ?? [];
    if (schemaName === undefined) continue;
    const name = camelCase(`validate-${schemaName}`);
    if (
      operations.some(({ operationId }) => operationId === name) ||
      (bodies.get(name) ?? textOf(schema)) !== textOf(schema)
    )
      contract.fail(['components', 'schemas', schemaName], `Another export of validators.js is called ${name} too.`);
    bodies.set(name, textOf(schema));
  }
  return bodies;
};

/** The texts of `validators.js` (plain functions, nothing imported, nothing made at run time) and `validators.d.ts`. */
export const renderValidators = (contract: LoadedContract): { code: string; declarations: string } => {
  const schemas = validationSchemas(contract);
  const { code, functionNames } = compile(schemas);
  const bodies = requestBodies(contract, schemas);
  const named = [...bodies].map(([name, text]) => `export const ${name} = ${functionNames.get(text)};\n`);
  const tables = schemas.operations.map((operation) => {
    const entry = entryOf(
      operation,
      (list) => `[${list.map((one) => functionNames.get(textOf(one))).join(', ')}]`,
      ',',
    );
    return `\nexport const ${operation.operationId} = {\n${entry}};\n`;
  });
  const types = schemas.operations.map((operation) => {
    const entry = entryOf(operation, (list) => `readonly [${list.map(() => 'Validate').join(', ')}]`, ';');
    return `\nexport declare const ${operation.operationId}: {\n${entry.replaceAll('  ', '  readonly ')}};\n`;
  });
  return {
    code: [banner(contract), code, ...named, ...tables].join(''),
    declarations: [
      `${banner(contract)}import type { Validate } from '@amend/contract';\n\n`,
      ...[...bodies.keys()].map((name) => `export declare const ${name}: Validate;\n`),
      ...types,
    ].join(''),
  };
};
