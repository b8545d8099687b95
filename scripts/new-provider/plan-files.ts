import type { Files } from '@amend/compiler/folder';
import { modelOf, parseContract, readFile } from '@amend/compiler/read';
import { type ContractModel, credentialsFor } from '@amend/contract';
import { draftMapping } from '../draft-mapping/draft-mapping.ts';
import type { Rows } from '../draft-mapping/rows.ts';
import { capitalise } from '../fill.ts';
import { longestDocument, readAtMost } from '../read-at-most.ts';
import { UsageError } from '../usage-error.ts';
import { listFiles } from './list-entries.ts';
import type { Options } from './options.ts';
import { fillFile, fillFolder } from './templates.ts';

/** The contract to begin with. @throws {UsageError} if it cannot be read. */
const readStart = ({ name, contract }: Options): string => {
  if (contract === undefined) return fillFile('contract.yaml', { name, Name: capitalise(name) });
  let text: string | undefined;
  try {
    text = readAtMost(contract, longestDocument);
  } catch {
    throw new UsageError(`${contract} cannot be read; give the path of an OpenAPI document.`);
  }
  if (text === undefined)
    throw new UsageError(`${contract}:1: This is longer than ${longestDocument} bytes; cut it to what is called.`);
  return text;
};

/** What no contract says, so that it stays code of the package. */
const notesOn = ({ security }: ContractModel): readonly string[] =>
  Object.entries(security?.schemes ?? {}).flatMap(([name, { is }]) =>
    is === 'code'
      ? [`${name} is left to code: a certificate is the \`fetch\`'s, a signature the client's \`sign\`.`]
      : [],
  );

export interface PlannedFiles {
  readonly files: Files;
  readonly rows: Rows;
  readonly notes: readonly string[];
  readonly paths: readonly string[];
}

/** What a new provider has of its own, from its contract. @throws in one sentence if that has a flaw. */
export const ownFiles = (options: Options): PlannedFiles => {
  const { name, version } = options;
  const path = `specs/${name}/${version}.yaml`;
  const start = readStart(options);
  // What is wrong with it is told of the file that was given.
  const given = options.contract ?? path;
  const model = modelOf(parseContract({ name: `${name}@${version}`, provider: name, version, path: given }, start));
  const { text, rows } = draftMapping(model);
  const needs = model.security && credentialsFor(model.security);
  const credentials = needs ? [...new Set(needs.flatMap(({ names }) => names))] : Object.keys(model.credentials);
  const sampleOf = (option: string): string => option.replace(/[A-Z]/g, '_$&').toUpperCase();
  const own = fillFolder('package', `packages/${name}`, {
    name,
    Name: capitalise(name),
    version,
    credentials,
    samples: credentials.map((each) => `${each}: '${sampleOf(each)}'`).join(', '),
    sampleOf,
    needs,
    takesTokens: Object.values(model.security?.schemes ?? {}).some(({ is }) => is === 'client-credentials'),
    hasHost: !model.servers[0]?.startsWith('/'),
    operations: model.operations.map(({ id }) => id),
    hasWebhooks: model.webhooks.length > 0,
  });
  const mapping = { [`packages/amend/src/providers/${name}.ts`]: text };
  return {
    files: { [path]: start, ...own, ...mapping },
    rows,
    notes: notesOn(model),
    paths: model.operations.map(({ path }) => path),
  };
};

/** All files that a new provider adds or changes, and how its properties are mapped. @throws as `ownFiles` does. */
export const planFiles = (options: Options): PlannedFiles => {
  const { files, ...rest } = ownFiles(options);
  return { ...rest, files: { ...files, ...listFiles(options.name, options.version, rest.paths, readFile) } };
};
