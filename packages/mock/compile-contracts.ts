import { mkdirSync, writeFileSync } from 'node:fs';
import { ContractError } from '@amend/compiler/contract-error';
import { printChecks } from './compile-checks.ts';
import { hasValidators, modelNamed, names, stockOf, textNamed } from './repository.ts';

// The contracts belong to no package; the published mock brings what was made of them, each loaded when it is asked for.

process.on('uncaughtException', (error) => {
  console.error(error instanceof ContractError ? error.message : error);
  process.exit(1);
});

/** A value as code, which a text in JSON is read faster than. */
const literal = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

const write = (file: string, code: string): void => writeFileSync(`dist/${file}`, code);

const importOf = (name: string, file: string): string => `import('./${name}/${file}.js')`;

for (const name of names) {
  const { document, ...model } = modelNamed(name);
  const operations = await stockOf({ document, ...model });
  const { checks, parameters, bodies } = printChecks({ name, operations, hasValidators: hasValidators(name) });
  mkdirSync(`dist/${name}`, { recursive: true });
  write(`${name}/model.js`, `export const model = ${literal(model)};\n`);
  const texts = `{ json: ${literal(document)}, yaml: ${JSON.stringify(textNamed(name))} }`;
  write(`${name}/document.js`, `export const document = ${texts};\n`);
  write(`${name}/stock.js`, `export const stock = ${literal(operations)};\n`);
  write(`${name}/checks.js`, checks);
  write(`${name}/parameters.js`, parameters);
  write(`${name}/bodies.js`, bodies);
}

const entries = names.map((name) => {
  const [model, checks, stock, document] = ['model', 'checks', 'stock', 'document'].map((file) => importOf(name, file));
  return `  '${name}': async () => ({
    ...(await ${model}),
    checks: async () => (await ${checks}).checks,
    stock: async () => (await ${stock}).stock,
    document: async () => (await ${document}).document,
  }),\n`;
});

// In the place of what reads the repository.
write('models.js', `const models = {\n${entries.join('')}};\nexport const readModel = (name) => models[name]();\n`);
