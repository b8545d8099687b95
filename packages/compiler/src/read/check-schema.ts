import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from './contracts.ts';

const metaSchema = 'https://json-schema.org/draft/2020-12/schema';
const validate = new Ajv2020({ strict: false, logger: false }).getSchema(metaSchema);

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
