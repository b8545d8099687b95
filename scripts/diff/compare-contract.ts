import { isDeepStrictEqual } from 'node:util';
import { type Contract, ContractError, modelOf, parseContract } from '@amend/compiler/read';
import { type Change, changeOf, type Finding, findingOf, type Subject } from './change.ts';
import { noReport, type SchemaReport, schemaChanges } from './compare-schemas.ts';
import { compareWording } from './compare-wording.ts';
import { contractFacts, type ReadContract } from './contract-facts.ts';
import { compareFacts } from './facts.ts';

/** One contract at the base and in the working tree; no text where it does not exist. */
export interface ContractVersions {
  contract: Contract;
  before: string | undefined;
  after: string | undefined;
}

/** A list of words means the same in any order. */
const withoutOrder = (node: unknown): unknown => {
  if (Array.isArray(node))
    return node.every((item) => typeof item === 'string') ? node.toSorted() : node.map(withoutOrder);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutOrder(value)]));
};

/** The contract, or why the generator refuses it. */
const read = (contract: Contract, text: string): ReadContract | string => {
  try {
    const loaded = parseContract(contract, text);
    return { contract: loaded, model: modelOf(loaded) };
  } catch (error) {
    if (error instanceof ContractError) return error.message.replace(/\.$/, '');
    throw error;
  }
};

/** What redocly.yaml says of a contract, and where it stands. */
export const subjectOf = ({ name, provider, path }: Contract): Subject => ({
  subject: name,
  provider,
  part: 'contract',
  file: path,
});

/** All that differs between two versions of a contract. `schemas` is what Redocly says about them. */
export const compareContract = (
  { contract, before, after }: ContractVersions,
  schemas: SchemaReport | undefined,
): Change[] => {
  const subject = subjectOf(contract);
  const { name } = contract;
  const changes = (findings: Finding[]) => findings.map((finding) => changeOf(subject, finding));
  if (before === after) return [];
  if (before === undefined) return changes([findingOf('contract-added', { name })]);
  if (after === undefined) return changes([findingOf('contract-removed', { name })]);

  const bySchema = schemas ? schemaChanges(subject, schemas) : [noReport(subject)];
  const [was, is] = [read(contract, before), read(contract, after)];
  if (typeof was === 'string' || typeof is === 'string') {
    const flaws = [
      ...(typeof was === 'string' ? [`No rules could be read. At the base, ${was}`] : []),
      ...(typeof is === 'string' ? [`No rules could be read. ${is}`] : []),
    ];
    return [...changes(flaws.map((flaw) => findingOf('not-comparable', { flaw }))), ...bySchema];
  }
  const found = [
    ...changes(compareFacts(contractFacts(was, is.model), contractFacts(is))),
    ...bySchema,
    ...changes(compareWording(was.contract.document, is.contract.document)),
  ];
  const isSame = isDeepStrictEqual(withoutOrder(was.contract.document), withoutOrder(is.contract.document));
  return found.length > 0 || isSame ? found : changes([findingOf('unexplained', { name })]);
};
