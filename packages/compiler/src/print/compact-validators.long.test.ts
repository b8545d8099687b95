import type { Validate } from '@amend/contract';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactValidators } from './compact-validators.ts';
import type { Checked } from './convert-schema.ts';
import { compile, createAjv, textOf } from './validators.ts';

// The validators as they are written, held against those that Ajv makes itself of the same schemas.

type Definitions = Record<string, Checked>;

const schemasOf = (definitions: Definitions, schema: Checked) => ({
  definitions: { request: definitions, response: {}, condition: {} },
  operations: [{ operationId: 'tryIt', request: [schema], response: [], error: [] }],
});

const load = async (code: string, name: string): Promise<Validate> => {
  const text = Buffer.from(`${code}export { ${name} as validate };\n`).toString('base64');
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${text}`)).validate;
};

const written = async (definitions: Definitions, schema: Checked): Promise<{ validate: Validate; code: string }> => {
  const { code, functionNames } = compile(schemasOf(definitions, schema));
  return { validate: await load(code, functionNames.get(textOf(schema)) ?? ''), code };
};

const byAjv = (definitions: Definitions, schema: Checked): Validate => {
  const ajv: Ajv2020 = createAjv(schemasOf(definitions, schema));
  Object.assign(ajv.opts, { loopEnum: 200, loopRequired: 200 });
  return ajv.compile(schema) as Validate;
};

const verdict = (validate: Validate, value: unknown) => ({
  fits: validate(value),
  errors: (validate.errors ?? []).map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params })),
});

/** Ours look no further when a list has so many errors. */
const upToMany = ({ fits, errors }: ReturnType<typeof verdict>) => ({
  fits,
  errors: errors.length < 200 ? errors : 'many',
});

// Words that stand in Ajv's code, in ours or in every object, and signs that code is made of.
const names = [
  ...['a', 'b', 'errors', 'vErrors', 'schemaPath', 'schema0', 'data', 'data0', 'instancePath', 'require', 'eval'],
  ...['import', 'Function', 'concat', 'rootData', 'parentData', 'constructor', 'toString', 'a-b', 'a/b', 'a~b', 'a"b'],
  ...["a'b", 'a\\b', 'a.b', '$0', '"$0"', 'return errors', 'const _errs1 = errors', 'errors === _errs0', '0', 'ä', ''],
  ...['schema0.properties', '\u2028', ', {instancePath,parentData,parentDataProperty,rootData})', 'then', 'if'],
];

const name = fc.constantFrom(...names);
const scalar = fc.oneof(name, fc.integer({ min: -2, max: 3 }), fc.constantFrom(null, true, false, 0.5));
const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'object', 'array', 'null');
const few = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.uniqueArray(arbitrary, { minLength: 1, maxLength: 4 });
const many = fc
  .integer({ min: 199, max: 203 })
  .map((length) => Array.from({ length }, (_, index) => names[index] ?? `word ${index}`));
const limit = fc.integer({ min: 0, max: 3 });

const { flat, child } = fc.letrec<{ flat: Checked; child: Checked }>((tie) => {
  const schema = tie('flat') as fc.Arbitrary<Checked>;
  const below = tie('child') as fc.Arbitrary<Checked>;
  const conditional = fc.oneof(
    fc.record({ if: schema, then: schema, else: schema }),
    fc.record({ if: schema, then: schema }),
  );
  const keywords: fc.Arbitrary<Record<string, unknown>>[] = [
    fc.record({ type: fc.oneof(type, few(type)) }),
    fc.record({ const: scalar }),
    fc.record({ enum: few(scalar) }),
    fc.record({ enum: many }),
    fc.record({ required: fc.oneof({ weight: 5, arbitrary: few(name) }, { weight: 1, arbitrary: many }) }),
    fc.record({ minLength: limit, maxLength: limit }),
    fc.record({ minimum: limit, maximum: limit }),
    fc.record({ minItems: limit, maxItems: limit }),
    fc.record({ minProperties: limit }),
    fc.record({ maxProperties: limit }),
    fc.record({ pattern: fc.constantFrom('^a', 'errors$', '"', '\\\\', '^\\p{L}*$') }),
    fc.record({ format: fc.constantFrom('date', 'email', 'uuid') }),
  ];
  const structures: fc.Arbitrary<Record<string, unknown>>[] = [
    fc.record({ type: fc.constant('object'), properties: fc.dictionary(name, below, { maxKeys: 12 }) }),
    fc.record({ properties: fc.dictionary(name, below, { maxKeys: 3 }), additionalProperties: fc.constant(false) }),
    fc.record({ properties: fc.dictionary(name, below, { maxKeys: 12 }), additionalProperties: below }),
    fc.record({ items: below }),
    fc.record({ anyOf: fc.array(schema, { minLength: 1, maxLength: 3 }) }),
    fc.record({ oneOf: fc.array(schema, { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: schema }),
    fc.record({ orNull: schema }),
    fc.record({ readOnly: fc.constant(true) }),
    conditional,
  ];
  const merged = fc
    .array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, ...keywords, ...structures), { maxLength: 3 })
    .map((parts) => Object.assign({}, ...parts) as Checked);
  return {
    flat: merged,
    // A reference stands below a value alone: a schema that is an alternative of itself has no end.
    child: fc.oneof(
      { maxDepth: 4 },
      merged,
      fc.constantFrom({ $ref: 'request#/$defs/A' }, { $ref: 'request#/$defs/B' }),
    ),
  };
});

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5 }),
    fc.constantFrom('2000-02-29', 'a@b.example', 'word 198', '𝒜𝒜', 'aa'),
  ),
})).value;

describe('what a validator says is what Ajv says', () => {
  test('of any schema and any value', async () => {
    const definitions = fc.record({ A: flat, B: flat });
    await fc.assert(
      fc.asyncProperty(
        definitions,
        child,
        fc.array(value, { minLength: 10, maxLength: 20 }),
        async (known, schema, values) => {
          const [{ validate }, expected] = [await written(known, schema), byAjv(known, schema)];
          for (const one of values) expect(upToMany(verdict(validate, one))).toEqual(upToMany(verdict(expected, one)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([['string'], [['string']], [['string', 'null']], [['number', 'string']]])(
    'of a property of type %j',
    async (type) => {
      const schema = { properties: { a: { type } } } as Checked;
      const [{ validate }, expected] = [await written({}, schema), byAjv({}, schema)];
      for (const a of [1, null, 'a', {}]) expect(verdict(validate, { a })).toEqual(verdict(expected, { a }));
    },
  );

  const words = (count: number) => Array.from({ length: count }, (_, index) => `WORD_${index}`);

  test.each([1, 2, 199, 200, 201, 1000])('of an enumeration of %i words', async (count) => {
    const schema = { type: 'object', properties: { kind: { enum: words(count) } }, required: words(count) };
    const { validate, code } = await written({}, schema);
    const expected = byAjv({}, schema);
    for (const kind of ['WORD_0', `WORD_${count - 1}`, `WORD_${count}`, 1, null])
      expect(verdict(validate, { kind })).toEqual(verdict(expected, { kind }));
    expect(code).not.toMatch(/\b(?:require|import|schemaPath)\b/);
  });
});

test('what is not known stays as Ajv wrote it, and tells its errors as all others do', async () => {
  const ajvs = `"use strict";
const schema0 = {"type":"string"};

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
(vErrors ??= []).push(err0);
errors += 1;
}
validate1.errors = vErrors;
return errors === 0;
}


function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(validate1(data.a, {instancePath:instancePath+"/a",parentData:data,parentDataProperty:"a",rootData}))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
validate0.errors = vErrors;
return errors === 0;
}

`;
  const code = compactValidators(ajvs);
  expect(code).toContain('(vErrors ??= []).push(err0);');
  expect(code).not.toContain('concat');
  const validate = await load(code, 'validate0');
  expect(verdict(validate, { a: 'x' })).toEqual({ fits: true, errors: [] });
  expect(validate({ a: 1 })).toBe(false);
  expect(validate.errors).toEqual([{ instancePath: '/a', keyword: 'type', params: { type: 'string' } }]);
});

test.each(['require("ajv/dist/runtime/equal").default', 'eval("1")', 'schema1'])('no code holds %s', (foreign) => {
  expect(() => compactValidators(`const func0 = ${foreign};\n`)).toThrow('Ajv writes');
});
