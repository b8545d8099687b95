import { validationSchemas } from '@amend/compiler/print';
import { contracts, loadContract } from '@amend/compiler/read';

/** The schema of the body that Ingo's createUser takes, on its own, as our generator hands it to Ajv. */
const loadSchema = (): Record<string, unknown> => {
  const contract = contracts.find(({ name }) => name === 'ingo@v3');
  if (!contract) throw new Error('There is no contract ingo@v3.');
  const { definitions, operations } = validationSchemas(loadContract(contract));
  const [body] = operations.find(({ operationId }) => operationId === 'createUser')?.request ?? [];
  const schema = JSON.stringify({ $defs: definitions.request, allOf: [body] });
  return JSON.parse(schema.replaceAll('"request#/', '"#/'));
};

/** Ways to tell whether a body fits; each loads only what it needs. */
export const validators = {
  ours: async () => {
    const { createUser } = await import('@amend/ingo/v3/validators');
    return (body: unknown) => createUser.request.every((validate) => validate(body));
  },
  'ajv, compiled at run time': async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const { default: formats } = await import('ajv-formats');
    return formats.default(new Ajv2020({ allErrors: true })).compile(loadSchema());
  },
  zod: async () => {
    const { z } = await import('zod');
    const schema = z.fromJSONSchema(loadSchema());
    return (body: unknown) => schema.safeParse(body).success;
  },
} satisfies Record<string, () => Promise<(body: unknown) => boolean>>;

export type ValidatorName = keyof typeof validators;
