import { describeError } from '@amend/client';
import { propertiesOf } from './body-properties.ts';
import type { Decision } from './decision.ts';
import { type FieldVerdict, isBlocking, tell } from './plan-result.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** A check ends when it has found so many errors in a list, or a few more. */
const manyErrors = 100;

const notLookedAt = 'was not looked at, because so many others are wrong; mend those first';

/** Of what is locked, and goes into a replacement as the provider has it. */
const stale = (fields: string): string =>
  `has a value for ${fields} that the contract does not take, and that would be sent again; mend it at the provider first`;

/** The fields that a property is written from: those that are sent, or else those that stay as they are. */
const writtenFrom = ({ verdicts }: Decision): readonly string[] => {
  const sent = verdicts.filter(({ verdict }) => verdict === 'send');
  return (sent.length > 0 ? sent : verdicts.filter((told) => !isBlocking(told))).map(({ field }) => field);
};

/**
 * What the contract itself finds wrong with a body, laid to the fields that each property was written from; nothing if it
 * fits. The first reason for a field stands.
 */
export const checkBody = (
  operation: AnyUserOperation,
  body: object,
  decisions: readonly Decision[],
  found: ReadonlyMap<string, FieldVerdict | undefined>,
): readonly FieldVerdict[] | undefined => {
  const { validate, preparedByClient = [] } = operation;
  if (validate(body)) return undefined;
  const errors = (validate.errors ?? []).map((error) => {
    const [, property = '', index] = error.instancePath.split('/');
    return { error, property, index };
  });
  const prepared: readonly string[] = preparedByClient;
  const ours = errors.filter(({ property }) => !prepared.includes(property));
  // A check that does not say what is wrong has refused the body all the same.
  if (errors.length > 0 && ours.length === 0) return undefined;

  const from = new Map(decisions.map((one) => [one.property, writtenFrom(one)]));
  const told = new Map<string, FieldVerdict>();
  const put = (fields: readonly string[], verdict: 'invalid' | 'missing', why: string, property: string): void => {
    for (const field of fields)
      if (!told.has(field) && !isBlocking(found.get(field))) told.set(field, tell(field, verdict, why, property));
  };
  /** The field without which a property is missing; none if a field of the property has been told what it lacks. */
  const neededFor = (property: string): readonly string[] => {
    const { row } = propertiesOf(operation).all.find((one) => one.property === property) ?? {};
    const fields = row && 'fields' in row ? row.fields : [];
    return fields.some((field) => told.has(field) || isBlocking(found.get(field))) ? [] : fields.slice(0, 1);
  };
  for (const { error, property, index } of ours) {
    const { missingProperty } = error.params;
    if (error.keyword === 'required' && property === '' && typeof missingProperty === 'string')
      put(neededFor(missingProperty), 'missing', 'is needed; add it to the patch', missingProperty);
    else {
      // Only the identifier is written from no field, and the body is none of its properties.
      const written = from.get(property) ?? ['patch'];
      const fields = written.length > 0 ? written : ['id'];
      const element = fields[Number(index)];
      const locked = decisions.find((one) => one.property === property)?.verdicts.map(({ field }) => field) ?? [];
      if (written.length === 0 && locked.length > 0) put(['current'], 'invalid', stale(locked.join(', ')), property);
      else put(element === undefined ? fields : [element], 'invalid', describeError(error), property);
    }
  }
  // What the check did not come to is not said to be right.
  for (const [property, fields] of from)
    if (ours.filter((one) => one.property === property).length >= manyErrors)
      put(fields, 'invalid', notLookedAt, property);
  return [...told.values()];
};
