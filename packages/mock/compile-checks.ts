import { _, Ajv, type Options, type ValidateFunction } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { type CheckedContract, checksOf } from './checks.ts';
import type { Check, Checks } from './src/checks.ts';
import { formats } from './src/formats.ts';

// From its sources, the mock compiles a check when it is first asked for; the build prints all of them as code, so that
// nothing is compiled where the mock runs.

type Schema = Readonly<Record<string, unknown>>;

const options: Options = {
  allErrors: true,
  allowUnionTypes: true,
  allowMatchingProperties: true,
  strict: false,
  validateSchema: false,
  logger: false,
  formats,
};

/** Each schema is compiled when it is first asked for: whoever runs tests waits for few of them. */
export const readChecks = (contract: CheckedContract): Checks => {
  const ajvs = { true: new Ajv({ ...options, coerceTypes: true }), false: new Ajv(options) };
  return checksOf<Check>(contract, (schema, readsTexts) => {
    let validate: ValidateFunction | undefined;
    const check = (value: unknown): boolean => {
      validate ??= ajvs[`${readsTexts}`].compile(schema as Schema);
      const fits = validate(value);
      Object.assign(check, { errors: validate.errors });
      return fits;
    };
    return check;
  });
};

/** The code of some checks, by the texts of their schemas, and what each is called in it. */
const printer = (prefix: string, coerceTypes: boolean) => {
  const names = new Map<string, string>();
  const ajv = new Ajv({ ...options, coerceTypes, code: { source: true, esm: true, formats: _`formats` } });
  return {
    make: (schema: unknown): string => {
      const text = JSON.stringify(schema);
      const name = names.get(text) ?? `${prefix}${names.size}`;
      if (!names.has(text)) ajv.addSchema(schema as Schema, name);
      names.set(text, name);
      return name;
    },
    code: (): string => {
      const exported = Object.fromEntries([...names.values()].map((name) => [name, name]));
      return `import { formats } from '../formats.js';\n${standaloneCode.default(ajv, exported)}\n`;
    },
  };
};

/** The same as code, in three files: the checks of parameters, those of bodies, and who has which. */
export const printChecks = (
  contract: CheckedContract,
): { readonly parameters: string; readonly bodies: string; readonly checks: string } => {
  const [parameters, bodies] = [printer('parameters', true), printer('body', false)];
  const made = checksOf<string>(
    contract,
    (schema, readsTexts) => `@${(readsTexts ? parameters : bodies).make(schema)}`,
  );
  const table = JSON.stringify(made).replace(/"@(parameters|body)(\d+)"/g, '$1.$1$2');
  return {
    parameters: parameters.code(),
    bodies: bodies.code(),
    checks: [
      "import * as parameters from './parameters.js';",
      "import * as body from './bodies.js';",
      `export const checks = ${table};\n`,
    ].join('\n'),
  };
};
