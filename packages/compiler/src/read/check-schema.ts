import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from './contracts.ts';
import { vocabulary } from './vocabulary.ts';

const metaSchema = 'https://json-schema.org/draft/2020-12/schema';
// Each is compiled for a few values: to make that fast would take longer than it saves.
const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, code: { optimize: false } });
const validate = ajv.getSchema(metaSchema);

/** The first keyword of a schema, or of one below it, whose value is malformed; nothing if there is none. */
export const malformedKeyword = (schema: Json): { path: string[]; message: string } | undefined => {
  if (!validate || validate(schema)) return undefined;
  const [error] = validate.errors ?? [];
  const path = (error?.instancePath ?? '').split('/').slice(1);
  return {
    path: path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
    message: `This is malformed: it ${error?.message}.`,
  };
};

const extensions = new Map(Object.entries(vocabulary).map(([key, { schema }]) => [key, ajv.compile(schema)]));

/** What is wrong with the value of a key of our vocabulary; nothing if it has the form that the key has. */
export const malformedExtension = (key: string, value: unknown): string | undefined => {
  const validateValue = extensions.get(key);
  if (!validateValue || validateValue(value)) return undefined;
  const [error] = validateValue.errors ?? [];
  return `${key} is malformed: ${error?.instancePath || 'its value'} ${error?.message}.`;
};
