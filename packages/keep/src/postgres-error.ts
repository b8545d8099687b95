import { KeepError, type KeepErrorCode } from './keep-error.ts';

const down = ['unreachable', 'cannot be reached; check that it runs, and its address'] as const;

/** By SQLSTATE, or by its class. */
const states: Readonly<Record<string, readonly [KeepErrorCode, string]>> = {
  '08': down,
  '57P': down,
  '53300': ['unreachable', 'takes no more connections; use fewer, or a pooler'],
  '28': ['unreachable', 'refuses the credentials; check user and password'],
  '3D000': ['unreachable', 'does not exist on that server; check its name'],
  '25006': ['read-only', 'is read-only; give the address of the primary'],
  '42501': ['read-only', 'refuses this user the rights on amend_keep; grant them'],
  '53': ['full', 'has no room left; make room'],
  '40': ['busy', 'broke off a transaction that stood in the way of another; try again'],
  '55P03': ['busy', 'is locked by another transaction; try again'],
  '57014': ['busy', 'took too long and gave up; try again'],
  '25P03': ['busy', 'broke off a transaction in which nothing happened; try again'],
};

/** What the driver and Node say where there is no answer: by code, or by the words of `pg`. */
const broken = /^(E(?!RR_SQLITE)[A-Z_]+|CONNECTION_.*)$/;
const brokenWords =
  /^(Connection terminated|Cannot use a pool after|timeout (expired|exceeded)|Client (was closed|has encountered)|Query read timeout)/;

/** The failure that a library wrapped, as drizzle does, whose own message holds the values. */
const innermost = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error && !('code' in error) ? innermost(error.cause) : error;

/** What a driver threw, without anything that it says: that may quote a value. */
export const tellPostgres = (thrown: unknown): KeepError => {
  const error = innermost(thrown);
  if (error instanceof KeepError) return error;
  const message = error instanceof Error ? error.message : '';
  const state = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^(42P01|3F000)$/.test(state))
    return new KeepError('not-installed', 'The tables of amend_keep are not there; call install().');
  const isState = /^[0-9A-Z]{5}$/.test(state);
  const byState = states[state] ?? states[state.slice(0, 3)] ?? states[state.slice(0, 2)];
  const known = isState ? byState : broken.test(state) || brokenWords.test(message) ? down : undefined;
  const [code, why] = known ?? [
    'database',
    `failed with ${isState ? `PostgreSQL's error ${state}` : 'an error of its driver'}`,
  ];
  return new KeepError(code, `The database of the keeper ${why}.`);
};
