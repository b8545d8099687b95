import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Contract, type Json, readFile } from '../contracts/contracts.ts';
import { checkContract } from './check-contract.ts';
import { ContractError } from './contract-error.ts';
import type { OpenApi } from './openapi.ts';

/** The keys that lead from the document's root to a node. */
export type Path = readonly (string | number)[];

export interface LoadedContract extends Contract {
  document: OpenApi;
  /** Throws; the message names the file and the line of the node at `path`. */
  fail: (path: Path, message: string) => never;
}

/** Where the node at `path` begins, or its nearest ancestor that is written out. */
const offsetOf = (root: Node | null, path: Path): number => {
  let node: unknown = root;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset;
};

/** A contract in which the generator handles every key. */
export const parseContract = (contract: Contract, text: string): LoadedContract => {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const failAt = (offset: number, message: string): never => {
    throw new ContractError(`${contract.path}:${lines.linePos(offset).line}: ${message}`);
  };
  const [flaw] = [...yaml.errors, ...yaml.warnings];
  if (flaw) failAt(flaw.pos[0], flaw.message);
  const document = yaml.toJS() as Json;
  const fail = (path: Path, message: string) => failAt(offsetOf(yaml.contents, path), message);
  checkContract(document, fail);
  return { ...contract, document: document as unknown as OpenApi, fail };
};

export const loadContract = (contract: Contract): LoadedContract => parseContract(contract, readFile(contract.path));
