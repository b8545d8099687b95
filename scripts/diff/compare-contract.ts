import { isDeepStrictEqual } from 'node:util';
import { type Contract, ContractError, type LoadedContract, parseContract } from '@amend/compiler/read';
import { type Change, changeOf, type Finding, type Subject } from './change.ts';
import { compareFields } from './compare-fields.ts';
import { compareOperations } from './compare-operations.ts';
import { noReport, type SchemaReport, schemaChanges } from './compare-schemas.ts';
import { compareSurface } from './compare-surface.ts';
import { compareVerification } from './compare-verification.ts';
import { compareWording } from './compare-wording.ts';
import { type ContractRules, rulesOf } from './rules-of.ts';

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

interface Read {
  contract: LoadedContract;
  rules: ContractRules;
}

/** The contract and its rules, or why the generator refuses it. */
const read = (contract: Contract, text: string): Read | string => {
  try {
    const loaded = parseContract(contract, text);
    return { contract: loaded, rules: rulesOf(loaded) };
  } catch (error) {
    if (error instanceof ContractError) return error.message;
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
  const changes = (findings: Finding[]) => findings.map((finding) => changeOf(subject, finding));
  if (before === after) return [];
  if (before === undefined)
    return changes([{ decision: 'contract-added', what: `The contract ${contract.name} is new`, at: '' }]);
  if (after === undefined)
    return changes([{ decision: 'contract-removed', what: `The contract ${contract.name} is gone`, at: '' }]);

  const bySchema = schemas ? schemaChanges(subject, schemas) : [noReport(subject)];
  const [was, is] = [read(contract, before), read(contract, after)];
  if (typeof was === 'string' || typeof is === 'string') {
    const refused = [
      ...(typeof was === 'string' ? [`At the base, ${was.replace(/\.$/, '')}`] : []),
      ...(typeof is === 'string' ? [is.replace(/\.$/, '')] : []),
    ];
    return [
      ...changes(
        refused.map((what) => ({ decision: 'not-comparable', what: `No rules could be read. ${what}`, at: '' })),
      ),
      ...bySchema,
    ];
  }
  const found = [
    ...changes([
      ...compareFields(was.rules, is.rules),
      ...compareVerification(was.rules, is.rules),
      ...compareOperations(was.rules, is.rules),
      ...compareSurface(was.contract, is.contract),
    ]),
    ...bySchema,
    ...changes(compareWording(was.contract.document, is.contract.document)),
  ];
  const isSame = isDeepStrictEqual(withoutOrder(was.contract.document), withoutOrder(is.contract.document));
  return found.length > 0 || isSame
    ? found
    : changes([{ decision: 'unexplained', what: `The contract ${contract.name} differs`, at: '' }]);
};
