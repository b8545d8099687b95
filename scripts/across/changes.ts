import type { Cell } from '@amend/compiler/testing';
import { type AnyUserOperation, type Patch, type Plan, plan, toUser } from 'amend';

/** The change of one property as a caller of ours makes it: in the user's fields, or under the provider's own name. */
export interface Change {
  readonly patch: Patch;
  readonly native?: Readonly<Record<string, unknown>>;
}

export const changeOf = (
  operation: AnyUserOperation,
  { property, value }: Pick<Cell, 'property' | 'value'>,
): Change => {
  const { provider: _, kind: __, verification: ___, native, ...fields } = toUser(operation, { [property]: value });
  // A document of that kind is the number itself.
  const patch = fields.documents ? { documents: fields.documents } : fields;
  return { patch: patch as Patch, ...(native && { native }) };
};

/** Two patches in one, parts and all. */
export const mergePatches = (one: Patch, other: Patch): Patch => {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other))
    merged[name] =
      typeof value === 'object' && value !== null ? { ...(merged[name] as object | undefined), ...value } : value;
  return merged as Patch;
};

/** Plans as code without types does: whatever the input is. */
export const make = (operation: AnyUserOperation, input: unknown): Plan => plan(operation as never, input as never);
