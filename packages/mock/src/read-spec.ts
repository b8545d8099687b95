import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { URL } from 'node:url';
import type { PrismOperation } from './prism.ts';
import type { Node } from './schema.ts';
import { compiled, specs } from './specs.ts';

/** A contract, and its operations as Prism knows them. */
export interface Spec {
  readonly document: Node;
  readonly prismOperations: () => Promise<readonly PrismOperation[]>;
}

/** What the build makes of a contract, so that nobody has to wait for YAML and for Prism's reading. */
export interface CompiledSpec {
  readonly document: Node;
  readonly operations: readonly PrismOperation[];
}

/** Where the build puts a contract, below `specs`; the mock's own contract stands beside the others. */
export const compiledName = (file: string): string =>
  (file.startsWith('file:') ? basename(file) : file).replace(/\.yaml$/, '.json');

const readYaml = async (url: URL): Promise<Node> => {
  const { parse } = await import('yaml');
  return parse(readFileSync(url, 'utf8')) as Node;
};

const readOperations = async (document: Node): Promise<readonly PrismOperation[]> => {
  const { getHttpOperationsFromSpec } = await import('@stoplight/prism-http/dist/utils/operations.js');
  return getHttpOperationsFromSpec(structuredClone(document));
};

/** Reads a contract from its source, as the build does. */
export const compileSpec = async (url: URL): Promise<CompiledSpec> => {
  const document = await readYaml(url);
  return { document, operations: await readOperations(document) };
};

/** Reads a contract by its address, or its place below `specs`: as it was built, or else its source. */
export const readSpec = async (file: string, folder = compiled): Promise<Spec> => {
  const built = new URL(compiledName(file), folder);
  if (existsSync(built)) {
    const { document, operations } = JSON.parse(readFileSync(built, 'utf8')) as CompiledSpec;
    return { document, prismOperations: async () => operations };
  }
  const document = await readYaml(new URL(file, specs));
  return { document, prismOperations: () => readOperations(document) };
};
