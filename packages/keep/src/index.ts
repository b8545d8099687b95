export type { FieldState, FieldStatus, HeldReason } from './field-state.ts';
export { KeepError, type KeepErrorCode } from './keep-error.ts';
export { createKeeper } from './keeper.ts';
export type { Account, ChangeOptions, KeeperOptions, KeptProvider, SealKeys } from './options.ts';
export type {
  Audited,
  CheckedLink,
  Drift,
  DriftDecisions,
  Held,
  LinkStatus,
  Overview,
  Pause,
  PauseReason,
} from './shown.ts';
export type { OwnTransaction, Queryable, Row, Store } from './store.ts';
export type { Changed, Decision, Keeper, LinkKey, Reconciled } from './types.ts';
