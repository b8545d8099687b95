export type { Status, Verification } from '@amend/contract';
export type { Action, AnyAction } from './action.ts';
export type { Field, NativeField } from './fields.ts';
export { explain, type FieldState, fieldsFor } from './fields-for.ts';
export { patchSchema, type StandardSchemaV1 } from './patch-schema.ts';
export { type Account, type PlanInput, plan, planAll } from './plan.ts';
export {
  type FieldVerdict,
  type Note,
  type Plan,
  type PlannedRequest,
  requestOf,
  type Verdict,
} from './plan-result.ts';
export type { PlanStatus } from './rules.ts';
export { send } from './send.ts';
export { toUser } from './to-user.ts';
export type { Locked, LockedField, NativeFor, PatchFor, Updatable } from './updatable.ts';
export type * from './user.ts';
