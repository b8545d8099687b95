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

/** A contract cannot be read. The message is one line, and names the file and the place. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
}

/** Where the build puts a contract, below `specs`; the mock's own contract stands beside the others. */
export const compiledName = (file: string): string =>
  (file.startsWith('file:') ? basename(file) : file).replace(/\.yaml$/, '.json');

/** @throws {SpecError} if the file holds no YAML of a sensible size. */
const readYaml = async (url: URL): Promise<Node> => {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const refuse = (message: string, offset = 0): never => {
    throw new SpecError(
      `${basename(url.pathname)}:${lines.linePos(offset).line || 1}: ${message}; correct the contract.`,
    );
  };
  const text = readFileSync(url, 'utf8');
  if (text.length > 4_000_000) refuse('it is longer than 4000000 characters');
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [flaw] = [...yaml.errors, ...yaml.warnings];
  if (flaw) refuse(flaw.message, flaw.pos[0]);
  try {
    const document = yaml.toJS({ maxAliasCount: 10_000 }) as Node;
    // What holds itself has no end.
    JSON.stringify(document);
    return document;
  } catch {
    return refuse('an alias leads nowhere, to too much, or to what it stands in');
  }
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
