export type { CallLimits, Clock } from './calls.ts';
export type { Cell } from './cells.ts';
export { type Checked, type CheckOptions, checkProvider } from './check-provider.ts';
export type { Model } from './model.ts';
export type { GivenUser } from './person.ts';
export type { Reading } from './readings.ts';
export { plannedWrites } from './rounds.ts';
export type { CheckedCell, CheckState, Judged, Verdict } from './state.ts';
