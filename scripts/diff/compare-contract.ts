import { type Contract, ContractError, modelOf, parseContract } from '@amend/compiler/read';
import { type Change, changeOf, type Finding, findingOf, keysAt, type Subject } from './change.ts';
import { type CellChange, changedCells } from './changed-cells.ts';
import { ruleKeys } from './changed-rules.ts';
import { type LineOf, noReport, type SchemaReport, schemaChanges } from './compare-schemas.ts';
import { compareWording } from './compare-wording.ts';
import { contractFacts, type ReadContract } from './contract-facts.ts';
import type { Decision } from './decisions.ts';
import { compareFacts } from './facts.ts';
import { type Mapping, noMapping } from './mapping.ts';
import { type RuleChange, ruleChanges } from './rule-changes.ts';
import { isSameFact } from './same-fact.ts';

/** One contract at the base and in the working tree; no text where it does not exist. */
export interface ContractVersions {
  contract: Contract;
  before: string | undefined;
  after: string | undefined;
  /** What the user's fields are called in each. */
  mappings?: readonly [before: Mapping, after: Mapping];
}

/** All that differs, and the cells of the matrix that do. */
export interface ContractDiff {
  readonly changes: readonly Change[];
  readonly cells: readonly CellChange[];
}

/** The contract, or why the generator refuses it. */
const read = (contract: Contract, text: string, mapping: Mapping): ReadContract | string => {
  try {
    const loaded = parseContract(contract, text);
    return { contract: loaded, model: modelOf(loaded), mapping };
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

const placeIn = ({ where }: Change): string => where.slice(where.indexOf('#'));

/** A rule's own change is one of its node, or of one of its keys. */
const isOf = (change: Change, { at }: RuleChange): boolean =>
  ['', ...ruleKeys.map((key) => `/${key}`)].some((key) => placeIn(change) === at + key);

/** That a rule's source differs is told with the rule. */
const isProofOf = (change: Change, { at }: RuleChange): boolean =>
  ['/x-source', '/x-conflict'].some((key) => placeIn(change) === at + key);

/** Each change with the rule that it is one of; a rule in which nobody found a change is told as well. */
const withRules = (changes: readonly Change[], rules: readonly RuleChange[], tell: Tell): Change[] => {
  const told = changes
    .filter((change) => !rules.some((rule) => isProofOf(change, rule)))
    .map((change) => {
      const rule = rules.find((each) => isOf(change, each));
      return rule ? { ...change, rule } : change;
    });
  const isTold = (rule: RuleChange): boolean =>
    rule.source === 'new' || rule.source === 'gone' || told.some((change) => change.rule === rule);
  const untold = rules
    .filter((rule) => !isTold(rule))
    .map((rule) => ({ ...tell(findingOf('rule-changed', { name: rule.name }, rule.at)), rule }));
  return [...told, ...untold];
};

type Tell = (finding: Finding) => Change;

/** All that differs between two versions of a contract. `schemas` is what Redocly says about them. */
export const compareContract = (
  { contract, before, after, mappings = [noMapping, noMapping] }: ContractVersions,
  schemas: SchemaReport | undefined,
): ContractDiff => {
  const subject = subjectOf(contract);
  const { name } = contract;
  const only = (decision: Decision): ContractDiff => ({
    changes: [changeOf(subject, findingOf(decision, { name }))],
    cells: [],
  });
  if (before === after) return { changes: [], cells: [] };
  if (before === undefined) return only('contract-added');
  if (after === undefined) return only('contract-removed');

  const [was, is] = [read(contract, before, mappings[0]), read(contract, after, mappings[1])];
  const lineOf: LineOf = (at) => (typeof is === 'string' ? undefined : is.contract.lineOf(keysAt(at)));
  const tell: Tell = (finding) => changeOf(subject, finding, finding.at === '' ? undefined : lineOf(finding.at));
  const bySchema = schemas ? schemaChanges(subject, schemas, lineOf) : [noReport(subject)];
  if (typeof was === 'string' || typeof is === 'string') {
    const flaws = [
      ...(typeof was === 'string' ? [`No rules could be read. At the base, ${was}`] : []),
      ...(typeof is === 'string' ? [`No rules could be read. ${is}`] : []),
    ];
    const changes = flaws.map((flaw) => tell(findingOf('not-comparable', { flaw })));
    return { changes: [...changes, ...bySchema], cells: [] };
  }
  const found = [
    ...compareFacts(contractFacts(was, is.model), contractFacts(is)).map(tell),
    ...bySchema,
    ...compareWording(was.contract.document, is.contract.document).map(tell),
  ];
  const changes = withRules(found, ruleChanges(was, is), tell);
  if (changes.length === 0 && !isSameFact(was.contract.document, is.contract.document)) return only('unexplained');
  return { changes, cells: changedCells(was, is) };
};
