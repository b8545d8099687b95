import type { PropertyRule } from '@amend/contract';
import type { Decision } from './decision.ts';
import { type FieldVerdict, tell } from './plan-result.ts';
import { nativeRow } from './rows.ts';
import { ruleOf } from './rules.ts';
import type { AnyUserOperation, FieldsRow, Row } from './user-operation.ts';

/** A property of an operation's body, and all that is known of it before there is a patch. */
export interface BodyProperty {
  readonly property: string;
  readonly row: Exclude<Row, FieldsRow> | FieldsRow<string>;
  readonly rule: PropertyRule | undefined;
  /** The fields without which the contract does not take the body. */
  readonly required: readonly string[];
  /** What is said of each field that is sent: the same in every plan, so that it is made once. */
  readonly sent: ReadonlyMap<string, FieldVerdict>;
  /** What becomes of it where nobody changes it. */
  readonly untouched: Decision;
}

export interface BodyProperties {
  readonly all: readonly BodyProperty[];
  /** By the path of each field that has a place; of the provider's own properties too. */
  readonly byField: ReadonlyMap<string, BodyProperty>;
  /** The names in the operation's path that stand for the user's identifier. */
  readonly parameters: readonly string[];
}

/** What the contract finds missing in nothing: a create has no rules that would say it. */
const requiredBy = ({ validate }: AnyUserOperation): ReadonlySet<unknown> => {
  validate({});
  return new Set((validate.errors ?? []).map(({ params }) => params.missingProperty));
};

const find = (operation: AnyUserOperation): BodyProperties => {
  const ofCreate = operation.rules ? undefined : requiredBy(operation);
  const all = Object.entries(operation.rows).map(([property, given]): BodyProperty => {
    const row = given.is === 'native' ? nativeRow(`native.${property}`) : given;
    const rule = ruleOf(operation, property);
    const isRequired = ofCreate?.has(property) ?? rule?.required;
    const fields = 'fields' in row ? row.fields : [];
    return {
      property,
      row,
      rule,
      required: isRequired && row.is === 'fields' ? row.codec.needs : [],
      sent: new Map(fields.map((field) => [field, tell(field, 'send', undefined, property)])),
      untouched: { property, verdicts: [], notes: [], wire: undefined, completed: [] },
    };
  });
  const pairs = all.flatMap((one) => ('fields' in one.row ? one.row.fields.map((field) => [field, one] as const) : []));
  return { all, byField: new Map(pairs), parameters: operation.path.match(/[^{}]+(?=\})/g) ?? [] };
};

const found = new WeakMap<AnyUserOperation, BodyProperties>();

/** The properties of an operation's body, found once. */
export const propertiesOf = (operation: AnyUserOperation): BodyProperties => {
  const properties = found.get(operation) ?? find(operation);
  found.set(operation, properties);
  return properties;
};
