export { KeepError, type KeepErrorCode } from './keep-error.ts';
export { createKeeper } from './keeper.ts';
export type { Queryable, Row, Store } from './store.ts';
export type {
  Account,
  Audited,
  Changed,
  ChangeOptions,
  CheckedLink,
  Decision,
  Drift,
  DriftDecisions,
  FieldState,
  FieldStatus,
  Held,
  HeldReason,
  Keeper,
  KeeperOptions,
  KeptProvider,
  LinkKey,
  LinkStatus,
  Overview,
  PauseReason,
  Reconciled,
  SealKeys,
} from './types.ts';
