import { KeepError } from './keep-error.ts';

/** A row as the database has it: times are milliseconds since 1970, lists and objects are JSON texts. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * What runs a statement: a connection in a transaction, as `pg` has it. Statements are written for PostgreSQL, with `$1`, and
 * tables as `amend_keep.link`; a store of another dialect translates them. Values are texts, numbers and `null`.
 */
export interface Queryable {
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly Row[] }>;
}

/** A transaction of the caller's own, of which it is known whose database it is: `sqlite`, `postgres`. */
export interface OwnTransaction extends Queryable {
  readonly dialect: string;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement whose text ends in its condition, and what stands after that. */
export interface Step extends Statement {
  readonly rest?: string;
}

/** What is done if the first gives a row, in this order; if not, that was all. */
export type Steps = readonly [first: Step, ...others: Step[]];

/**
 * A database that the keeper stands on. Everything that makes it safe is a transaction of it, so that a store promises: all
 * or nothing, durable once `transaction` is back, and rows that were read `for update` are nobody else's until then. It
 * holds no state of a session, so that PgBouncer may stand between.
 */
export interface Store extends Queryable {
  /** For the gauges and messages: `sqlite`, `postgres`. */
  readonly dialect: string;
  /**
   * Steps as one statement, which gives the rows of the first, where the dialect has such: one way there and back.
   * `isAlone` tells that no transaction is around it.
   */
  readonly join?: ((steps: Steps, isAlone: boolean) => Statement) | undefined;
  /** Runs `work` in a transaction, rolls back if it throws, and throws what it threw, or a `KeepError` of the database. */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /**
   * Milliseconds since 1970 by the one clock that all workers share, the database's own, so that theirs may differ. It may
   * be remembered for some seconds, and told on by a clock that nobody sets.
   */
  now(): Promise<number>;
  /** Statements that come first in the transaction of an installation: a lock against another one, the schema. */
  readonly beforeInstall: readonly string[];
  /** Statements after it that make this dialect fast, each of which may run again. */
  readonly afterInstall: readonly string[];
  /** Lets go of what it opened itself. */
  close(): Promise<void>;
}

/** The rows that a statement gives back, of the kind that its columns say. */
export const select = async <Found = Row>(
  db: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Found[]> => (await db.query(text, values)).rows as readonly unknown[] as readonly Found[];

const oneByOne = async (db: Queryable, [first, ...others]: Steps): Promise<readonly Row[]> => {
  const { rows } = await db.query(`${first.text} ${first.rest ?? ''}`, first.values);
  if (rows.length > 0) for (const { text, values } of others) await db.query(text, values);
  return rows;
};

/** Does steps, all or none, within a transaction where there is one; gives the rows of the first. */
export const inSteps = async (store: Store, steps: Steps, tx?: Queryable): Promise<readonly Row[]> => {
  if (store.join) {
    const { text, values } = store.join(steps, tx === undefined);
    return (await (tx ?? store).query(text, values)).rows;
  }
  if (tx || steps.length === 1) return oneByOne(tx ?? store, steps);
  return store.transaction((own) => oneByOne(own, steps));
};

const check = ({ dialect }: Store, own: Partial<OwnTransaction> | null): void => {
  if (typeof own?.query !== 'function')
    throw new KeepError(
      'misuse',
      'tx is no transaction; make one of yours with sqliteTransaction, pgTransaction or an adapter.',
    );
  if (own.dialect !== undefined && own.dialect !== dialect)
    throw new KeepError('misuse', `tx is of ${own.dialect}, and the database of the keeper is ${dialect}.`);
};

/**
 * A transaction and the time before it: to ask for that within may wait for a connection that the transaction itself has.
 * Where there is one already, that of the caller, it is that one.
 */
export const inTransaction = async <Result>(
  store: Store,
  work: (tx: Queryable, now: number) => Promise<Result>,
  own?: Queryable,
): Promise<Result> => {
  if (own !== undefined) check(store, own);
  const now = await store.now();
  return own ? work(own, now) : store.transaction((tx) => work(tx, now));
};
