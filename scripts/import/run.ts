import { existsSync, readFileSync } from 'node:fs';
import { checkContract } from '@amend/compiler/importing';
import type { Json, JsonObject } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { type Cut, chooseOperations, kinds } from './choose.ts';
import { decide } from './decide.ts';
import { type Answered, answer, goneFrom, isOpen, otherwise, parseDecisions, printDecisions } from './decisions.ts';
import { type Draft, draftOf } from './draft.ts';
import { findUpdates, listUpdates } from './find-updates.ts';
import { at, isMap, mapAt, mapValues, textAt } from './json.ts';
import { vendorOperations } from './operations.ts';
import type { Options } from './options.ts';
import { vendorNode } from './place.ts';
import { printContract } from './print-contract.ts';
import { questionsOf } from './questions.ts';
import { isAddress } from './read-file.ts';
import { readSource, type Source } from './source.ts';
import { type DecidedStatus, decidedStatus } from './status.ts';

/** How deep answers are taken over, until a contract is larger than anybody reads. */
const depths = [8, 6, 5, 4, 3, 2] as const;
const largest = 400_000;

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

/** The candidates for an update in a document. */
export const listFile = async (file: string, drop: readonly string[]): Promise<string> => {
  const source = await readSource(file, drop);
  const found = findUpdates(source, vendorOperations(source));
  return found.length > 0 ? listUpdates(found) : `${file} has no operation that looks like an update of a user.`;
};

const draftIn = (
  source: Source,
  cut: Cut,
  settings: JsonObject,
  provider: string,
  fact: JsonObject,
  status: DecidedStatus,
): [Draft, string[]] => {
  let drafted: [Draft, string[]] | undefined;
  for (const depth of depths) {
    const dropped = new Map<string, string>();
    const options = {
      provider,
      server: textAt(settings, 'server'),
      security: textAt(settings, 'security'),
      key: textAt(settings, 'key'),
      status,
    };
    const draft = draftOf(source, cut, options, fact, depth, (node, what) => {
      const line = `${source.placeOf(node)}: ${what}`;
      dropped.set(line, line);
    });
    drafted = [draft, [...dropped.values()]];
    if (JSON.stringify(draft.document).length < largest) break;
  }
  return drafted as [Draft, string[]];
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

const settingsOf = (options: Options, file: string, before: JsonObject | undefined): JsonObject => {
  const named = {
    update: options.operation,
    create: options.create,
    read: options.read,
    list: options['list-with'],
    delete: options.delete,
  };
  const operations = {
    ...mapAt(before, 'operations'),
    ...Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined)),
  };
  const page = options.page ?? textAt(before, 'page') ?? (/^https:/.test(file) ? file : undefined);
  const drop = options.drop.length > 0 ? options.drop : (before?.drop as string[] | undefined);
  const { server = before?.server, security = before?.security, key = before?.key } = options;
  const all = { from: file, page, operations, server, security, key, drop };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as JsonObject;
};

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
    throw new UsageError(
      `Name the update with --operation; these look like one:\n${await listFile(file, options.drop)}`,
    );
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
  const [draft, dropped] = draftIn(source, cut, settings, options.provider, fact, decidedStatus(before));
  const answered = answer(questionsOf(draft, at(before, 'status')), before);
  const document = decide(draft, answered, fact);
  checkTaken(source, cut, draft, document);
  return {
    contract: printContract(name, document),
    decisions: printDecisions(name, { ...settings, operations: chosen }, answered),
    open: answered.filter(isOpen),
    gone: goneFrom(before, answered),
    otherwise: otherwise(answered),
    dropped,
  };
};
