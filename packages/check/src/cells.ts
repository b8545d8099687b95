import {
  allows,
  type JudgedStatus,
  lockIn,
  locks,
  type PropertyRule,
  ruleAt,
  statusesOf,
  statusGroups,
} from '@amend/contract';
import type { AnyUserOperation } from 'amend';
import { fieldsOf } from './fields-of.ts';
import { type Way, waysIn } from './places.ts';

/** An update of one kind of user, as the list of providers has it. */
export interface CheckedOperation {
  /** The kind of user: `individual`, `business`. */
  readonly type: string;
  /** `update`, or `replace` and `patch`. */
  readonly name: string;
  readonly operation: AnyUserOperation;
}

/** What a contract says of one property of one update, in one status, for one kind of document. */
export interface Cell {
  readonly type: string;
  readonly operation: string;
  /** The provider's name of it. */
  readonly property: string;
  /** The kind of document, where each has a rule of its own. */
  readonly kind?: string;
  /** The way to a member of the property that has a rule of its own. */
  readonly member?: Way;
  /** Ours of the property, `native.` before those that no field stands for. */
  readonly fields: readonly string[];
  readonly status: JudgedStatus;
  /** The provider's word, where the rules name it. */
  readonly word?: string;
  readonly allowed: boolean;
  /** What the contract says, in words that go on from the property's name. */
  readonly contract: string;
}

/** The status in which cells are tried, and the provider's word for it; no word where no status is held. */
export interface Standing {
  readonly status: JudgedStatus;
  readonly word?: string;
  /** All words that the rules do not tell from it. */
  readonly words?: readonly string[];
}

/** The provider's name of what a cell is about: `address.state`. */
export const placeOf = ({ property, member = [] }: Pick<Cell, 'property' | 'member'>): string =>
  [property, ...member].join('.');

/** By what a cell is found again in a state file. */
export const keyOf = ({ type, operation, status, word = status, kind, ...cell }: Cell): string =>
  [type, operation, word, placeOf(cell), ...(kind === undefined ? [] : [kind])].join('/');

/** One word for each status that the contract's rules tell apart, in the order in which a user comes to them. */
export const standingsOf = ({ reader: { verification }, rules }: AnyUserOperation): readonly Standing[] =>
  verification
    ? statusGroups(verification, rules).map(({ status, words: [word = '', ...others] }) => ({
        status,
        word,
        words: [word, ...others],
      }))
    : [{ status: 'unknown' }];

/** What somebody may call it: the status, or any word of the provider's for it. */
export const namesOf = ({ status, words = [] }: Pick<Standing, 'status' | 'words'>): readonly string[] => [
  status,
  ...words,
];

/** Whether a user whose record tells this word stands so. */
export const isStanding = ({ words }: Standing, word: unknown): boolean =>
  words === undefined || words.some((each) => each === word);

const saying = (
  rule: Pick<PropertyRule, 'updatable' | 'items'>,
  kind: string | undefined,
  { status, word }: Standing,
): string => {
  const lock = lockIn(statusesOf(rule, kind), status, word);
  return lock ? locks[lock] : 'may change';
};

/** What has one value only cannot change, whatever a rule says. */
const isFixed = ({ operation }: CheckedOperation, property: string): boolean =>
  'const' in (operation.facts.schemas[property] ?? {});

/** Every cell of an update in one status: a property with rules by kind has one for each kind, and one with rules of members one for each. */
export const cellsOf = (checked: CheckedOperation, standing: Standing): readonly Cell[] => {
  const { type, name, operation } = checked;
  const { status, word = '' } = standing;
  const isNamed = status !== 'frozen' && Object.hasOwn(operation.rules?.words ?? {}, word);
  return Object.entries(operation.rules?.properties ?? {}).flatMap(([property, rule]): readonly Cell[] => {
    if (!('updatable' in rule) || isFixed(checked, property)) return [];
    const kinds = rule.items ? Object.keys(rule.items.kinds) : [undefined];
    const ways = rule.members ? waysIn(operation.facts.schemas[property] ?? {}, rule) : [[]];
    return ways.flatMap((way) =>
      kinds.map((kind) => ({
        type,
        operation: name,
        property,
        ...(kind !== undefined && { kind }),
        ...(way.length > 0 && { member: way }),
        fields: fieldsOf(operation, property, kind, way),
        status,
        ...(isNamed && { word }),
        allowed: allows(statusesOf(ruleAt(rule, way), kind), status, word),
        contract: saying(ruleAt(rule, way), kind, standing),
      })),
    );
  });
};
