// What a signature shows, its callers can name, though they have none of these packages themselves.
export type { CallOptions, ClientError, ErrorKind, Issue, providerOf, Result } from '@amend/client';
export type {
  BodyFacts,
  MemberRule,
  PropertyRule,
  RoleRule,
  SchemaError,
  Source,
  Status,
  UpdateRules,
  Validate,
  Verification,
  VerificationStatus,
} from '@amend/contract';
export type { Codec, EncodeContext, FieldsCodec, ObjectCodec, Place, Values } from './codec.ts';
export { type DescribedRequest, describeRequest, maskRequest } from './describe-request.ts';
export type { Field, FieldFacts, FieldSchema, NativeField } from './fields.ts';
export { explain, type FieldState, fieldsFor } from './fields-for.ts';
export { type FieldAt, fieldsForAll, type SharedField } from './fields-for-all.ts';
export { fieldsNamedBy } from './fields-named-by.ts';
export { formOf, type UserForm } from './form-of.ts';
export type { FormPath, FormValues } from './form-types.ts';
export type { LockedField } from './locked-field.ts';
export { makeCall } from './make-call.ts';
export { type Chosen, type Known, operationFor } from './operation-for.ts';
export type { NotSent, Outcome } from './outcome.ts';
export type { Locked, NativeFor, PatchFor } from './patch-for.ts';
export { patchJsonSchema } from './patch-json-schema.ts';
export { patchSchema, type SchemaFailure, type SchemaSuccess, type StandardSchemaV1 } from './patch-schema.ts';
export { type Account, type Circumstances, type PlanInput, plan, planAll } from './plan.ts';
export {
  type FieldVerdict,
  type Note,
  type Plan,
  type PlannedRequest,
  requestOf,
  type Verdict,
} from './plan-result.ts';
export { type AccountAt, type Prepared, type PrepareOptions, prepareAll } from './prepare-all.ts';
export type { Problem, ProblemEntry, ProblemKind } from './problem.ts';
export { redact } from './redact.ts';
export type { FieldLock } from './rules.ts';
export { type Client, type SendOptions, type Sent, send } from './send.ts';
export { type SendAllOptions, sendAll } from './send-all.ts';
export { showRequest } from './show-request.ts';
export { type StatusWord, statusOf } from './status.ts';
export { statusFrom, type ToldStatus } from './status-from.ts';
export { type ToProblem, toProblem } from './to-problem.ts';
export { toUser } from './to-user.ts';
export type { Updatable, WordIn } from './updatable.ts';
export { updateAll } from './update-all.ts';
export type * from './user.ts';
export type {
  AnyRules,
  AnyUserOperation,
  DocumentsRow,
  FieldsRow,
  OtherRow,
  Reader,
  ReadRow,
  Row,
  UserCall,
  UserOperation,
  UserOperations,
  Users,
} from './user-operation.ts';
