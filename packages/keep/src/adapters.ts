import { tellPostgres } from './postgres-error.ts';
import type { OwnTransaction, Row } from './store.ts';

// A transaction that the caller has begun with another library is the outbox of a change. Nothing of these libraries is
// imported: each adapter is handed what it needs of the caller's own.

const told = (error: unknown): never => {
  throw tellPostgres(error);
};

const rowsOf = (result: unknown): { readonly rows: readonly Row[] } =>
  Array.isArray(result) ? { rows: result } : (result as { readonly rows: readonly Row[] });

/** A transaction of knex, with `pg` below it. */
export const knexTransaction = (trx: {
  raw(text: string, values: Readonly<Record<string, unknown>>): PromiseLike<unknown>;
}): OwnTransaction => ({
  dialect: 'postgres',
  query: async (text, values = []) => {
    const named = Object.fromEntries(values.map((value, index) => [`p${index + 1}`, value]));
    return Promise.resolve(trx.raw(text.replaceAll(/\$(\d+)/g, ':p$1'), named)).then(rowsOf, told);
  },
});

/** A transaction of kysely, with `pg` below it, and its `CompiledQuery`. */
export const kyselyTransaction = <Query>(
  trx: { executeQuery(query: Query): Promise<unknown> },
  CompiledQuery: { raw(text: string, values: unknown[]): Query },
): OwnTransaction => ({
  dialect: 'postgres',
  query: (text, values = []) => trx.executeQuery(CompiledQuery.raw(text, [...values])).then(rowsOf, told),
});

/** A transaction of drizzle, on `pg` or on `postgres`, and its `sql`. */
export const drizzleTransaction = <Part>(
  tx: { execute(query: Part): PromiseLike<unknown> },
  sql: { raw(text: string): Part; param(value: unknown): unknown; join(parts: never[]): Part },
): OwnTransaction => ({
  dialect: 'postgres',
  query: async (text, values = []) => {
    const parts = text.split(/\$(\d+)/).map((part, index) => {
      return index % 2 === 0 ? sql.raw(part) : sql.param(values[Number(part) - 1]);
    });
    return Promise.resolve(tx.execute(sql.join(parts as never[]))).then(rowsOf, told);
  },
});
