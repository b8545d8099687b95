import type { Row } from './store.ts';

/** What runs a statement as `pg` does. */
export interface PgQueryable {
  query(
    text: string | { readonly name?: string; readonly text: string; readonly values?: unknown[] },
    values?: unknown[],
  ): Promise<{ readonly rows: readonly Row[]; readonly command?: string }>;
}

/** A connection of a pool of `pg`. */
export interface PgClient extends PgQueryable {
  /** With an error, the connection is closed and not used again. */
  release(error?: Error | boolean): void;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

/** A `Pool` of `pg`; nothing else of it is needed. */
export interface PgPool extends PgQueryable {
  connect(): Promise<PgClient>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
