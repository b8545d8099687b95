import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, contractsIn } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { type Change, changeOf, type Subject } from './change.ts';
import { compareContract } from './compare-contract.ts';
import { compareMapping } from './compare-mapping.ts';
import { showFile } from './git.ts';
import { type Attempt, mappingsSince } from './run-mapping.ts';
import { compareWithRedocly } from './run-redocly.ts';

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const changedContract = async (root: string, commit: string, was?: Contract, is?: Contract): Promise<Change[]> => {
  const contract = is ?? was;
  if (!contract) return [];
  const before = was && showFile(root, commit, was.path);
  const after = is && readIfThere(join(root, is.path));
  const canCompare = before !== undefined && after !== undefined && before !== after;
  const schemas = canCompare ? await compareWithRedocly(before, after) : undefined;
  return compareContract({ contract, before, after }, schemas);
};

const changedContracts = async (root: string, commit: string): Promise<{ changes: Change[]; providers: string[] }> => {
  const list = readIfThere(join(root, 'redocly.yaml'));
  if (list === undefined)
    throw new UsageError('There is no redocly.yaml at the root of this repository, and it lists the contracts.');
  const [before, after] = [contractsIn(showFile(root, commit, 'redocly.yaml') ?? 'apis: {}'), contractsIn(list)];
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  const named = (contracts: Contract[], name: string) => contracts.find((contract) => contract.name === name);
  const changes = await Promise.all(
    names.map((name) => changedContract(root, commit, named(before, name), named(after, name))),
  );
  return { changes: changes.flat(), providers: [...new Set(names.map((name) => name.split('@')[0] ?? ''))] };
};

const mappingSubject = (provider: string): Subject => ({
  subject: `${provider} mapping`,
  provider,
  part: 'mapping',
  file: `packages/amend/src/providers/${provider}.ts`,
});

/** A mapping that cannot be run is not taken for one that is unchanged. */
const changedMapping = (provider: string, before: Attempt, after: Attempt): Change[] => {
  const subject = mappingSubject(provider);
  const refuse = (place: string, flaw: string): Change[] => [
    changeOf(subject, { decision: 'not-comparable', what: `The mapping does not run ${place}: ${flaw}`, at: '' }),
  ];
  if ('flaw' in before) return refuse('at the base', before.flaw);
  if ('flaw' in after) return refuse('in the working tree', after.flaw);
  return compareMapping(provider, before.mapping, after.mapping).map((finding) => changeOf(subject, finding));
};

/** All that differs between a commit and the working tree. */
export const findChanges = async (root: string, commit: string): Promise<Change[]> => {
  const [contracts, mappings] = await Promise.all([changedContracts(root, commit), mappingsSince(root, commit)]);
  return [
    ...contracts.changes,
    ...(mappings
      ? contracts.providers.flatMap((provider) => changedMapping(provider, mappings.before, mappings.after))
      : []),
  ];
};
