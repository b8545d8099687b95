import { isField, isRecord, keysOf } from './fields.ts';
import { makePlan } from './make-plan.ts';
import type { PatchFor } from './patch-for.ts';
import type { Account } from './plan.ts';
import { readCurrent, readInput } from './read-input.ts';
import { readPlain } from './read-plain.ts';
import type { AnyUserOperation } from './user-operation.ts';

/** The interface that form libraries take, version 1. Source: standardschema.dev. */
export interface StandardSchemaV1<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaSuccess<Value> | SchemaFailure;
    readonly types?: { readonly input: Value; readonly output: Value };
  };
}

/** The patch, as it was read. */
export interface SchemaSuccess<Value> {
  readonly value: Value;
  readonly issues?: undefined;
}

/** What is wrong with it, and where. */
export interface SchemaFailure {
  readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[];
}

/** Where in a patch a field stands; nowhere, if it is about the patch as a whole. */
const pathIn = (patch: unknown, field: string): PropertyKey[] => {
  const path = keysOf(field);
  const isThere = isField(field.replace(/\[[0-9]+\]$/, '')) || (isRecord(patch) && Object.hasOwn(patch, path[0] ?? ''));
  return isThere ? path : [];
};

/**
 * A Standard Schema of the patches that an operation can carry out, for form libraries: what the plan would say is wrong
 * is an issue at its field.
 */
export const patchSchema = <A extends AnyUserOperation>(
  operation: A,
  circumstances: Omit<Account, 'operation'>,
): StandardSchemaV1<PatchFor<A>> => {
  const input = readInput(circumstances);
  const current = readCurrent(circumstances);
  const validate = (value: unknown): SchemaSuccess<PatchFor<A>> | SchemaFailure => {
    const { value: patch } = readPlain(value);
    const { fields } = makePlan(operation, { ...input, patch }, current);
    const issues = fields.flatMap(({ field, message }) =>
      message === undefined ? [] : [{ message, path: pathIn(patch, field) }],
    );
    return issues.length > 0 ? { issues } : { value: patch as PatchFor<A> };
  };
  return { '~standard': { version: 1, vendor: 'amend', validate } };
};
