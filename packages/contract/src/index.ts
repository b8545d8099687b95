// The shapes of what `npm run generate` makes from a contract, and what they mean. specs/README.md explains the keys
// that they come from.

export type { AnswerShape, AnswerTable, KnownAnswers } from './answers.ts';
export type { BodyFacts } from './body-facts.ts';
export { closestErrors } from './closest-errors.ts';
export { allows, type Lock, lockIn, locks, statusesOf } from './lock.ts';
export { type LockedPlace, lockedPlaces, ruleAt } from './members.ts';
export type {
  AnsweredRefusal,
  BodySchema,
  ContractModel,
  ContractOperation,
  ContractParameter,
  ContractUser,
  ContractWebhook,
  Named,
  OperationKind,
  RequestBody,
  ResolvedSchema,
  Way,
} from './model.ts';
export type { Operation, OperationTable, Retry } from './operation.ts';
export type {
  JudgedStatus,
  Meaning,
  MemberRule,
  PropertyRule,
  RoleRule,
  RuleStatus,
  Source,
  Status,
  UpdateRules,
  VerificationStatus,
} from './rules.ts';
export { credentialsFor, type NeededCredentials, type Security, type SecurityScheme } from './security.ts';
export { type StatusGroup, statusGroups } from './status-groups.ts';
export { usersAt } from './users-at.ts';
export type { OperationValidators, SchemaError, Validate } from './validate.ts';
export { judgedStatusOf, statusOf, unknownIn, type Verification, wordsOf } from './verification.ts';
export type { Place, Webhook, WebhookEvent, WebhookPart, WebhookTable } from './webhook.ts';
