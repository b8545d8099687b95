import type { Named, PropertyRule, RoleRule, RuleStatus, Status, UpdateRules } from '@amend/contract';
import type { Model } from '../model.ts';

/** A rule of a contract, of a kind of document where there is one, in one status. */
export interface Turn {
  readonly body: string;
  readonly property: string;
  readonly kind?: string;
  readonly statuses: readonly Status[];
}

const turn = (updatable: readonly RuleStatus[], statuses: readonly Status[]): readonly Status[] =>
  (['unverified', 'verified'] as const).filter((each) => updatable.includes(each) !== statuses.includes(each));

const turnRule = (rule: PropertyRule, { kind, statuses }: Turn): PropertyRule => {
  if (kind === undefined || !rule.items) return { ...rule, updatable: turn(rule.updatable, statuses) };
  const { kinds } = rule.items;
  return { ...rule, items: { ...rule.items, kinds: { ...kinds, [kind]: turn(kinds[kind] ?? [], statuses) } } };
};

/** Rules of which one says the opposite in some statuses. */
export const turnRules = <Rules extends UpdateRules<Named>>(rules: Rules, wanted: Turn): Rules => {
  const rule: PropertyRule | RoleRule | undefined = rules.properties[wanted.property];
  if (!rule || !('updatable' in rule)) return rules;
  return { ...rules, properties: { ...rules.properties, [wanted.property]: turnRule(rule, wanted) } };
};

/** A contract in which one rule says the opposite. */
export const turnModel = (model: Model, wanted: Turn): Model => ({
  ...model,
  operations: model.operations.map((operation) => ({
    ...operation,
    ...(operation.body && {
      body: {
        ...operation.body,
        schemas: operation.body.schemas.map((schema) =>
          schema.rules && schema.name === wanted.body ? { ...schema, rules: turnRules(schema.rules, wanted) } : schema,
        ),
      },
    }),
  })),
});

/** Every rule of some contracts, turned in each status by itself, or in both where no status is held. */
export const turnsOf = (models: readonly Model[]): readonly Turn[] => {
  const holdsStatus = models.some(({ verification }) => verification);
  const ways: readonly (readonly Status[])[] = holdsStatus
    ? [['unverified'], ['verified']]
    : [['unverified', 'verified']];
  return models
    .flatMap(({ operations }) => operations.flatMap(({ body }) => body?.schemas ?? []))
    .flatMap(({ name = '', rules }) =>
      Object.entries(rules?.properties ?? {}).flatMap(([property, rule]) => {
        if (!('updatable' in rule)) return [];
        const kinds = [undefined, ...Object.keys(rule.items?.kinds ?? {})];
        return kinds.flatMap((kind) =>
          ways.map((statuses) => ({ body: name, property, ...(kind !== undefined && { kind }), statuses })),
        );
      }),
    );
};
