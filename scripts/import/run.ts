import { existsSync, readFileSync } from 'node:fs';
import { checkContract } from '@amend/compiler/importing';
import { type Json, type JsonObject, parseYaml } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { type Cut, chooseOperations, kinds } from './choose.ts';
import { decide } from './decide.ts';
import { type Answered, answer, goneFrom, isOpen, otherwise, statusFlaw } from './decisions.ts';
import type { Draft } from './draft.ts';
import { draftAsDeepAs } from './draft-depth.ts';
import { findUpdates, listUpdates } from './find-updates.ts';
import { at, isMap, mapAt, mapValues, textAt } from './json.ts';
import { type VendorOperation, vendorOperations } from './operations.ts';
import type { Options } from './options.ts';
import { parseDecisions } from './parse-decisions.ts';
import { vendorNode } from './place.ts';
import { printContract } from './print-contract.ts';
import { printDecisions } from './print-decisions.ts';
import { questionsOf } from './questions.ts';
import { isAddress } from './read-file.ts';
import { settingsFor, settingsOf } from './settings.ts';
import { readSource, type Source } from './source.ts';
import { decidedStatus } from './status.ts';

export interface Imported {
  /** The contract, and what was decided about it. */
  readonly contract: string;
  readonly decisions: string;
  readonly open: readonly Answered[];
  /** Decisions that nobody asks for any more. */
  readonly gone: readonly string[];
  /** What the document states, and was decided otherwise. */
  readonly otherwise: readonly string[];
  /** What was left out, and where it stands: one a line. */
  readonly dropped: readonly string[];
}

const listIn = (source: Source, operations: readonly VendorOperation[]): string => {
  const found = findUpdates(source, operations);
  return found.length > 0 ? listUpdates(found) : `${source.file} has no operation that looks like an update of a user.`;
};

/** The candidates for an update in a document. */
export const listFile = async (file: string, drop: readonly string[]): Promise<string> => {
  const source = await readSource(file, drop);
  return listIn(source, vendorOperations(source));
};

/** What our own layers do not take is told where the vendor says it. @throws {UsageError} in one line. */
const checkTaken = (source: Source, cut: Cut, draft: Draft, document: JsonObject): void => {
  const bare = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(bare);
    return isMap(node) ? mapValues(node, (value, key) => (key === 'x-undecided' ? undefined : bare(value))) : node;
  };
  checkContract(bare(document), (path, message) => {
    const node = vendorNode(source, cut, draft, path);
    throw new UsageError(`${source.placeOf(node)}: ${message} It would stand at ${path.join('/')} of the contract.`);
  });
};

const lineOf = (decided: string, key: string): number =>
  parseYaml(decided, readFileSync(decided, 'utf8')).lineOf([key]);

/** Makes a contract and its file of decisions. @throws {Error} in one line, with file and place; nothing is written. */
export const importContract = async (
  options: Options & { readonly provider: string },
  decided: string,
): Promise<Imported> => {
  const name = `${options.provider}@${options.version}`;
  const before = existsSync(decided) ? parseDecisions(decided, readFileSync(decided, 'utf8')) : undefined;
  const file = options.file ?? textAt(before, 'from');
  if (file === undefined) throw new UsageError(`Give the provider's document; there is no ${decided} that names one.`);
  const settings = settingsOf(options, file, before);
  const source = await readSource(file, (settings.drop as string[] | undefined) ?? []);
  const operations = vendorOperations(source);
  const wanted = mapAt(settings, 'operations');
  if (wanted.update === undefined)
    throw new UsageError(`Name the update with --operation; these look like one:\n${listIn(source, operations)}`);
  const cut = chooseOperations(source, operations, wanted as Record<string, string>);
  const chosen = Object.fromEntries(kinds.map((kind) => [kind, cut[kind]?.name ?? 'none']));
  const page = textAt(settings, 'page');
  const fact: JsonObject =
    page === undefined
      ? {
          evidence: 'assumed',
          from: `The provider's own document, ${isAddress(file) ? file : file.split(/[\\/]/).at(-1)}, of which no address is told.`,
        }
      : { evidence: 'vendor', from: page };
  const [draft, dropped] = draftAsDeepAs(
    source,
    cut,
    { ...settingsFor(settings), provider: options.provider, status: decidedStatus(before) },
    fact,
  );
  const answered = answer(questionsOf(draft, at(before, 'status')), before);
  const flaw = statusFlaw(answered);
  if (flaw) throw new UsageError(`${decided}:${lineOf(decided, flaw[0])}: ${flaw[1]}`);
  const document = decide(draft, answered, fact);
  checkTaken(source, cut, draft, document);
  return {
    contract: printContract(name, document),
    decisions: printDecisions(name, { ...settings, operations: chosen }, answered),
    open: answered.filter(isOpen),
    gone: goneFrom(before, answered),
    otherwise: otherwise(answered),
    dropped: [...source.left, ...dropped],
  };
};
