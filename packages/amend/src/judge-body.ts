import { describeError } from '@amend/client';
import { type Draft, judge } from './draft.ts';
import { placesOf } from './place.ts';
import type { Verdict } from './plan-result.ts';

const blocking = new Set<Verdict | undefined>(['invalid', 'locked', 'missing']);

/** A check ends when it has found so many errors in a list, or a few more. */
const manyErrors = 100;

/** The field without which a property is missing; none if a field of the property has been told what it lacks. */
const neededFor = ({ action, verdicts }: Draft, property: string): readonly string[] => {
  const row = placesOf(action).all.find((place) => place.property === property)?.row;
  const fields = row && 'fields' in row ? row.fields : [];
  return fields.some((field) => blocking.has(verdicts.get(field)?.verdict)) ? [] : fields.slice(0, 1);
};

/** The fields that an error is laid to: the element's in a list, else all that wrote the property. */
const blamedFor = ({ written }: Draft, property: string, index: string): readonly string[] => {
  // Only the identifier is written from no field.
  const fields = written.get(property) ?? [property === '' ? 'patch' : 'id'];
  const element = index === '' ? undefined : fields[Number(index)];
  return element === undefined ? fields : [element];
};

/** Whether the body fits the contract itself; what it refuses is laid to the fields that it was written from. */
export const judgeBody = (draft: Draft): boolean => {
  const { validate, preparedByClient = [] } = draft.action;
  if (validate(draft.body)) return true;
  let fits = true;
  const found = new Map<string, number>();
  for (const error of validate.errors ?? []) {
    const { missingProperty } = error.params;
    const [, property = '', index = ''] = error.instancePath.split('/');
    if ((preparedByClient as readonly string[]).includes(property)) continue;
    fits = false;
    if (index !== '') found.set(property, (found.get(property) ?? 0) + 1);
    const isMissing = error.keyword === 'required' && property === '' && typeof missingProperty === 'string';
    const blamed = isMissing ? neededFor(draft, missingProperty) : blamedFor(draft, property, index);
    for (const field of blamed) {
      // The first reason stands.
      if (blocking.has(draft.verdicts.get(field)?.verdict)) continue;
      if (isMissing) judge(draft, field, 'missing', 'is needed; add it to the patch', missingProperty);
      else judge(draft, field, 'invalid', describeError(error), property);
    }
  }
  // What the check did not come to is not said to be right.
  for (const [property, errors] of found)
    for (const field of (errors >= manyErrors && draft.written.get(property)) || [])
      if (!blocking.has(draft.verdicts.get(field)?.verdict))
        judge(
          draft,
          field,
          'invalid',
          'was not looked at, because so many others are wrong; mend those first',
          property,
        );
  return fits;
};
