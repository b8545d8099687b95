import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, contractsIn } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { type Change, changeOf, findingOf } from './change.ts';
import { type ContractDiff, compareContract } from './compare-contract.ts';
import { compareMapping } from './compare-mapping.ts';
import { isChanged, showFile } from './git.ts';
import { mappingPath, noMapping, readMapping } from './mapping.ts';
import { compareWithRedocly } from './run-redocly.ts';

/** The text of a file at the base and in the working tree, by its path from the root; nothing where there is none. */
type ReadBoth = (path: string) => readonly [before: string | undefined, after: string | undefined];

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const changedContract = async (readBoth: ReadBoth, was?: Contract, is?: Contract): Promise<ContractDiff> => {
  const contract = is ?? was;
  if (!contract) return { changes: [], cells: [] };
  const before = was && readBoth(was.path)[0];
  const after = is && readBoth(is.path)[1];
  const canCompare = before !== undefined && after !== undefined && before !== after;
  const schemas = canCompare ? await compareWithRedocly(before, after) : undefined;
  const [old, now] = readBoth(mappingPath(contract.provider)).map((text) => readMapping(text));
  const mappings = [old ?? now ?? noMapping, now ?? old ?? noMapping] as const;
  return compareContract({ contract, before, after, mappings }, schemas);
};

/** A mapping that cannot be compared is not taken for one that is unchanged, unless its sources are. */
const changedMapping = (
  provider: string,
  readBoth: ReadBoth,
  [had, has]: readonly [boolean, boolean],
  isSame: boolean,
): Change[] => {
  const path = mappingPath(provider);
  const file = `packages/amend/src/providers/${provider}.ts`;
  const subject = { subject: `${provider} mapping`, provider, part: 'mapping', file } as const;
  const [before, after] = readBoth(path);
  if (before === after && before !== undefined) return [];
  const [was, is] = [had ? readMapping(before) : noMapping, has ? readMapping(after) : noMapping];
  if (was && is) return compareMapping(was, is).map((finding) => changeOf(subject, finding));
  if (isSame) return [];
  const place = was ? 'in the working tree' : 'at the base';
  const flaw = `The mapping cannot be compared: there is no ${path} ${place} that can be read`;
  return [changeOf(subject, findingOf('not-comparable', { flaw }))];
};

/** All that differs between a commit and the working tree. */
export const findChanges = async (root: string, commit: string): Promise<ContractDiff> => {
  const readBoth: ReadBoth = (path) => [showFile(root, commit, path), readIfThere(join(root, path))];
  const [before = 'apis: {}', after] = readBoth('redocly.yaml');
  if (after === undefined)
    throw new UsageError('There is no redocly.yaml at the root of this repository, and it lists the contracts.');
  const [had, has] = [contractsIn(before), contractsIn(after)];
  const names = [...new Set([...has, ...had].map(({ name }) => name))];
  const contracts = await Promise.all(
    names.map((name) => {
      const same = (contract: Contract) => contract.name === name;
      return changedContract(readBoth, had.find(same), has.find(same));
    }),
  );
  const isSame = !isChanged(root, commit, 'packages/amend/src');
  const providers = [...new Set([...has, ...had].map(({ provider }) => provider))];
  const mappings = providers.map((provider) => {
    const isListed = (list: readonly Contract[]) => list.some((contract) => contract.provider === provider);
    return changedMapping(provider, readBoth, [isListed(had), isListed(has)], isSame);
  });
  return {
    changes: [...contracts.flatMap(({ changes }) => changes), ...mappings.flat()],
    cells: contracts.flatMap(({ cells }) => cells),
  };
};
