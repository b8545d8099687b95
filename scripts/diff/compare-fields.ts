import { isDeepStrictEqual } from 'node:util';
import { type FieldRule, type Status, statusesOf } from '@amend/contract';
import { type Finding, pointer } from './change.ts';
import type { ContractRules, Rule, RuleTable } from './rules-of.ts';

const statuses: readonly Status[] = ['unverified', 'verified'];

const at = (schema: string, field: string, key: string) =>
  pointer('components', 'schemas', schema, 'properties', field, key);

/** When an element of this kind may be sent; nothing if the rules tell kinds apart and do not name it. */
const kindStatuses = (rule: FieldRule, kind: string): readonly Status[] | undefined =>
  rule.items && !Object.hasOwn(rule.items.kinds, kind) ? undefined : statusesOf(rule, kind);

const compareCells = (
  name: string,
  place: string,
  before: readonly Status[],
  after: readonly Status[],
): readonly Finding[] =>
  statuses
    .filter((status) => before.includes(status) !== after.includes(status))
    .map((status) =>
      after.includes(status)
        ? { decision: 'unlocked', what: `${name} can now be sent while the user is ${status}`, at: place }
        : { decision: 'locked', what: `${name} can no longer be sent while the user is ${status}`, at: place },
    );

/** Every kind that the schema knows has a rule, so that one without is not taken at all. */
const compareKind = (
  name: string,
  place: string,
  [before, after]: readonly (readonly Status[] | undefined)[],
): Finding[] => {
  if (!before) {
    const when =
      after && after.length > 0 ? `can be sent while the user is ${after.join(' or ')}` : 'can never be sent';
    return [{ decision: 'kind-added', what: `${name} is new and ${when}`, at: place }];
  }
  if (!after) return [{ decision: 'kind-removed', what: `${name} has no rule any more`, at: place }];
  return [...compareCells(name, place, before, after)];
};

const compareItems = (name: string, place: string, before: FieldRule, after: FieldRule): Finding[] => {
  if (!before.items && !after.items) return [];
  const [from, to] = [before.items?.property, after.items?.property];
  const kinds = new Set([before, after].flatMap(({ items }) => Object.keys(items?.kinds ?? {})));
  return [
    ...(from !== undefined && to !== undefined && from !== to
      ? [
          {
            decision: 'kinds-told-otherwise',
            what: `${name}: the kind is told by ${to}, not ${from}`,
            at: place,
          } as const,
        ]
      : []),
    ...[...kinds].flatMap((kind) =>
      compareKind(
        `${name} of the kind ${kind}`,
        place,
        [before, after].map((rule) => kindStatuses(rule, kind)),
      ),
    ),
  ];
};

const compareRule = (table: RuleTable, field: string, before: Rule, after: Rule): Finding[] => {
  const name = `${table.operation}.${field} (${table.schema})`;
  const place = (key: string) => at(table.schema, field, key);
  if ('role' in before || 'role' in after) {
    const [from, to] = [before, after].map((rule) => ('role' in rule ? rule.role : 'field of the user'));
    return from === to
      ? []
      : [{ decision: 'role-changed', what: `${name} was ${from} and is ${to}`, at: place('x-role') }];
  }
  const effects =
    before.effect === after.effect
      ? []
      : [
          before.effect && { decision: 'effect-removed' as const, effect: before.effect, verb: 'no longer has' },
          after.effect && { decision: 'effect-added' as const, effect: after.effect, verb: 'now has' },
        ].filter((found) => found !== undefined);
  return [
    ...compareCells(name, place('x-updatable'), before.updatable, after.updatable),
    ...compareItems(name, place('x-updatable-items'), before, after),
    ...effects.map(({ decision, effect, verb }) => ({
      decision,
      what: `${name} ${verb} the effect ${effect}`,
      at: place('x-effect'),
    })),
  ];
};

/** Before an operation had rules, all that its body holds could be sent. */
const withoutRules = (table: RuleTable): RuleTable => ({
  ...table,
  fields: Object.fromEntries(
    Object.entries(table.fields).map(([field, rule]) => [
      field,
      'role' in rule ? rule : { updatable: statuses, required: rule.required, sources: rule.sources },
    ]),
  ),
});

const compareTable = (before: RuleTable, after: RuleTable): Finding[] => {
  const { schema, operation } = after;
  const name = `${operation} (${schema})`;
  const documented = after.documented ? 'rules-documented' : 'rules-undocumented';
  return [
    ...(before.documented === after.documented
      ? []
      : [
          {
            decision: documented,
            what: `${name}: the provider ${after.documented ? 'states its' : 'states no'} rules by status`,
            at: pointer('components', 'schemas', schema, 'x-rules-documented'),
          } as const,
        ]),
    ...Object.entries(before.fields).flatMap(([field, rule]): Finding[] => {
      const now = Object.hasOwn(after.fields, field) ? after.fields[field] : undefined;
      if (now) return compareRule(after, field, rule, now);
      // That it left the schema too is for the comparison of schemas to say.
      if (!after.properties.includes(field)) return [];
      const what = `${operation}.${field} (${schema}) is no field of the update any more`;
      return [{ decision: 'left-body', what, at: pointer('components', 'schemas', schema, 'properties', field) }];
    }),
  ];
};

/** How the rules of two versions of a contract differ: which fields may be sent in which status. */
export const compareFields = (before: ContractRules, after: ContractRules): Finding[] => {
  const same = (one: RuleTable) => (other: RuleTable) =>
    other.operation === one.operation && other.schema === one.schema;
  const isIn = ({ operations }: ContractRules, table: RuleTable) => operations.some(({ id }) => id === table.operation);
  const removed = before.tables.filter((table) => isIn(after, table) && !after.tables.some(same(table)));
  return [
    ...removed.map(
      ({ operation, schema }): Finding => ({
        decision: 'rules-removed',
        what: `${operation} has no rules for ${schema} any more`,
        at: pointer('components', 'schemas', schema),
      }),
    ),
    ...after.tables
      .filter((table) => isIn(before, table))
      .flatMap((table) => {
        const had = before.tables.filter(({ operation }) => operation === table.operation);
        // A body beside others that had rules is new, and what may be sent in it was never more.
        const base = had.length > 0 ? had.find(same(table)) : withoutRules(table);
        return base ? compareTable(base, table) : [];
      })
      .filter((finding, index, all) => all.findIndex((other) => isDeepStrictEqual(other, finding)) === index),
  ];
};
