import { isField, keysOf } from './fields.ts';
import { type FieldState, statesOf } from './fields-for.ts';
import type { FormPath, FormValues } from './form-types.ts';
import { changeOf, initialValues, inputAt, nest } from './form-values.ts';
import { makePlan } from './make-plan.ts';
import type { PatchFor } from './patch-for.ts';
import type { SchemaFailure, SchemaSuccess, StandardSchemaV1 } from './patch-schema.ts';
import { readCurrent, readInput } from './read-input.ts';
import { readPlain } from './read-plain.ts';
import { standingIn } from './status.ts';
import type { Patch, User } from './user.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** One user at one provider, for a form. */
export interface UserForm<A, Native extends boolean = false> {
  /** What {@link fieldsFor} tells, for this user; `field` is the input's name. */
  readonly fields: readonly (FieldState & { readonly field: FormPath<A, Native> })[];
  /** What the inputs begin with: all of them, '' where nothing is known or a number is masked, and no documents. */
  readonly values: FormValues<A, Native>;
  /** A Standard Schema of such values. Each issue stands at an input. */
  readonly schema: StandardSchemaV1<FormValues<A, Native>>;
  /** What was changed, for `plan`, without what is locked. An emptied input clears the field where the provider does. */
  readonly patchOf: (values: FormValues<A, Native>) => PatchFor<A> & Patch;
  /** The same of the provider's own properties, for the `native` of `plan`. */
  readonly nativeOf: (values: FormValues<A, Native>) => Readonly<Record<string, unknown>>;
}

/**
 * All that a form about one user needs: give it the user as the provider has it, as `toUser` reads it. Inputs that are no
 * field of this provider's are left alone. With `native` it has the provider's own properties too, which are no part of a
 * patch: `nativeOf` tells what was changed of them.
 */
export const formOf = <A extends AnyUserOperation, Native extends boolean = false>(
  operation: A,
  current: User = {},
  { native: hasNative }: { readonly native?: Native | undefined } = {},
): UserForm<A, Native> => {
  const read = readCurrent({ current });
  const known = read.isWhole ? read.value : {};
  const standing = standingIn(operation, undefined, known as Record<string, unknown>);
  const states = statesOf(operation, standing).filter(({ field }) => hasNative || isField(field));
  const initial = initialValues(states, known);

  const changesIn = (values: unknown, which: (state: FieldState) => boolean = () => true): Map<string, unknown> => {
    const changes = states.filter(which).map((state) => {
      const { field } = state;
      return [field, changeOf(operation, state, initial.get(field), inputAt(values, field))] as const;
    });
    return new Map(changes.filter(([, change]) => change !== undefined));
  };
  const isOpen = ({ editable }: FieldState): boolean => editable;

  const validate = (values: unknown): SchemaSuccess<FormValues<A, Native>> | SchemaFailure => {
    const changes = changesIn(values);
    const value = values as FormValues<A, Native>;
    // Of somebody whom nobody changes, nothing is asked.
    if (operation.rules && changes.size === 0) return { value };
    const { native, ...patch } = nest(changes);
    const planned = makePlan(operation, readInput({ patch, native }), read);
    const [first = states[0]?.field ?? ''] = changes.keys();
    const issues = planned.fields.flatMap(({ field, message }) => {
      if (message === undefined) return [];
      const isInput = initial.has(field.replace(/\[[0-9]+\]$/, ''));
      return [{ message, path: keysOf(isInput ? field : first) }];
    });
    return issues.length > 0 ? { issues } : { value };
  };

  return {
    fields: states as readonly FieldState[] as UserForm<A, Native>['fields'],
    // A copy: what a library does to its values does not change what they began as.
    values: readPlain(nest(initial)).value as FormValues<A, Native>,
    schema: { '~standard': { version: 1, vendor: 'amend', validate } },
    patchOf: (values) => {
      const { native: _, ...patch } = nest(changesIn(values, isOpen));
      return patch as PatchFor<A> & Patch;
    },
    nativeOf: (values) => {
      const { native = {} } = nest(changesIn(values, isOpen));
      return native as Readonly<Record<string, unknown>>;
    },
  };
};
