import { ClientError, type ErrorKind, providerOf, type Result } from '@amend/client';
import { type AnyUserOperation, type Client, toUser, type User, type UserOperations } from 'amend';
import type { Clock } from './clock.ts';

type Body = Record<string, unknown>;

/** What goes wrong with one call. */
export type Fault =
  | 'reset' // The request never arrives.
  | 'lost' // It takes effect, and the answer is lost.
  | 'late' // It takes effect after the caller has gone.
  | 'broken' // An error of the server's, without effect.
  | 'broken-after' // The same, with it.
  | 'busy' // 429.
  | 'ignored' // A success that changes nothing.
  | 'down'
  | 'unauthorized'
  | 'rejected'; // A refusal that no contract knows of.

interface Write {
  readonly account: string;
  readonly user: User;
  readonly at: number;
}

export interface FakeOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly operations: UserOperations;
  /** How an answer holds a user. */
  readonly wrap?: (record: Body) => unknown;
  /** Chooses what goes wrong with a call. */
  readonly fault?: (call: 'read' | 'write' | 'create') => Fault | undefined;
  /** What happens once a user was read. */
  readonly afterRead?: (account: string) => void;
  /** How long after a request's deadline a late effect may come, in milliseconds. */
  readonly lateness?: number;
}

/** A provider in this process: it remembers users as they are written on the wire, and enforces the rules of its contract. */
/** What goes wrong before there is any effect. */
const without = new Set<Fault>(['down', 'reset', 'broken', 'busy', 'unauthorized', 'rejected']);

export const createFake = (options: FakeOptions) => {
  const { clock, random, operations, wrap = (record) => record, fault = () => undefined, lateness = 0 } = options;
  const { afterRead = () => undefined } = options;
  const all = Object.values(operations);
  const update = all.find(({ rules }) => rules?.update === 'partial') as AnyUserOperation;
  const create = all.find(({ rules }) => !rules);
  const { provider, reader } = update;
  const idName = Object.entries(reader.rows).find(([, row]) => row.is === 'id')?.[0] ?? 'id';
  const records = new Map<string, Body>();
  const writes: Write[] = [];
  const violations: string[] = [];
  const lastRead = new Map<string, number>();
  const statusAt = new Map<string, number>();
  const running = new Map<string, number>();
  const broken = new Set<string>();
  let isDown = false;
  let nameOf: ((user: User) => string | undefined) | undefined;
  let count = 0;
  let requests = 0;

  const userOf = (account: string): User =>
    toUser(update, wrap({ ...(records.get(account) ?? {}), [idName]: account }));

  const isLocked = (record: Body, property: string, value: unknown): boolean => {
    const rule = update.rules?.properties[property];
    if (!rule || !('updatable' in rule) || !reader.verification) return false;
    const isVerified = (reader.verification.verified as readonly unknown[]).includes(
      record[reader.verification.property],
    );
    const status = isVerified ? 'verified' : 'unverified';
    return !(rule.updatable as readonly string[]).includes(status) && record[property] !== value;
  };

  const numbered = (value: unknown): unknown => {
    count += 1;
    return { id: `d${count}`, ...(value as object) };
  };

  const write = (account: string, body: Body, operation: AnyUserOperation): void => {
    const unknown = reader.verification && { [reader.verification.property]: reader.verification.unverified[0] };
    const record = records.get(account) ?? { ...unknown };
    for (const [property, value] of Object.entries(body)) {
      if (operation.rows[property]?.is === 'documents')
        record[property] = [...((record[property] as unknown[]) ?? []), ...(value as unknown[]).map(numbered)];
      else if (property !== idName) record[property] = value;
    }
    records.set(account, record);
    writes.push({ account, user: toUser(operation, wrap({ ...body })), at: clock.now() });
  };

  const fail = (operation: string, kind: ErrorKind, more: object = {}): Result<unknown> => {
    const error = new ClientError({ kind, provider, operation, attempts: 1, ...more });
    return { ok: false, error, status: error.status, attempts: 1, requestId: undefined };
  };
  const succeed = (data: unknown): Result<unknown> => ({
    ok: true,
    data,
    status: 200,
    attempts: 1,
    requestId: undefined,
  });

  /** What the server does with a request, and what it answers. */
  const serve = (
    operation: AnyUserOperation,
    kind: string,
    id: string,
    body: Body,
    ignores: boolean,
  ): Result<unknown> => {
    const { operationId } = operation;
    const record = records.get(id);
    if (kind !== 'create' && !record) return fail(operationId, 'not-found', { status: 404, isUncertain: false });
    if (kind === 'read') return succeed(structuredClone(wrap({ ...record, [idName]: id })));
    const locked = Object.entries(body).filter(([property, value]) => isLocked(record ?? {}, property, value));
    if (kind === 'write' && locked.length > 0) {
      if ((statusAt.get(id) ?? 0) <= (lastRead.get(id) ?? 0)) violations.push(`against a rule at ${provider}`);
      return fail(operationId, 'rejected', { status: 400, isUncertain: false });
    }
    if (!ignores) write(id, body, operation);
    return succeed(structuredClone(wrap({ ...(records.get(id) ?? {}), [idName]: id })));
  };

  const call = async (
    operation: AnyUserOperation,
    kind: 'read' | 'write' | 'create',
    id: string,
    body: Body,
    timeout: number,
  ): Promise<Result<unknown>> => {
    const { operationId } = operation;
    const isUncertain = kind !== 'read';
    requests += 1;
    const wrong = isDown ? 'down' : broken.has(id) ? 'broken' : fault(kind);
    const began = clock.now();
    if (kind === 'write') {
      if ((running.get(id) ?? 0) > began) violations.push(`two requests at once at ${provider}`);
      running.set(id, began + timeout);
    }
    const over = (): void => {
      if (running.get(id) === began + timeout) running.set(id, clock.now());
    };
    const travel = 20 + random() * Math.min(400, timeout / 4);
    if (wrong && without.has(wrong)) {
      await clock.sleep(travel);
      over();
      if (wrong === 'rejected') return fail(operationId, 'rejected', { status: 422, isUncertain: false });
      if (wrong === 'reset') return fail(operationId, 'network', { isUncertain });
      if (wrong === 'down') return fail(operationId, 'network', { isUncertain: false, reason: 'ECONNREFUSED' });
      if (wrong === 'broken') return fail(operationId, 'unavailable', { status: 500, isUncertain });
      if (wrong === 'unauthorized') return fail(operationId, 'unauthorized', { status: 401, isUncertain: false });
      return fail(operationId, 'rate-limited', { status: 429, isUncertain: false, retryAfter: 2000 });
    }
    if (wrong === 'late') {
      const when = timeout + (lateness > 0 ? random() * lateness : -1);
      void clock.sleep(when).then(() => serve(operation, kind, id, body, false));
      await clock.sleep(timeout);
      return fail(operationId, 'timeout', { isUncertain });
    }
    await clock.sleep(travel);
    if (kind === 'read') lastRead.set(id, clock.now());
    const answer = serve(operation, kind, id, body, wrong === 'ignored');
    if (kind === 'read') afterRead(id);
    await clock.sleep(travel);
    over();
    if (wrong === 'lost') return fail(operationId, 'network', { isUncertain });
    if (wrong === 'broken-after') return fail(operationId, 'unavailable', { status: 502, isUncertain });
    return answer;
  };

  type Input = { readonly path?: Readonly<Record<string, string>>; readonly body?: Body };
  const methodOf =
    (operation: AnyUserOperation, kind: 'read' | 'write' | 'create') => (input: Input, given: { timeout?: number }) => {
      const body = structuredClone(input.body ?? {});
      count += 1;
      const named = Object.values(input.path ?? {})[0] ?? body[idName] ?? body.user_id;
      const found = [...records.keys()].find((account) => nameOf?.(userOf(account)) === Object.values(body)[0]);
      const id = kind === 'create' ? `made-${count}` : String(named ?? found);
      delete body.user_id;
      return call(operation, kind, id, body, given.timeout ?? 30_000);
    };
  const read = reader.read?.({ id: 'id', email: 'email' })?.operation;
  const client = {
    [providerOf]: provider,
    [update.operationId]: methodOf(update, 'write'),
    ...(create && { [create.operationId]: methodOf(create, 'create') }),
    ...(read !== undefined && { [read]: methodOf(update, 'read') }),
    ...(reader.list && {
      [reader.list.operation]: async () =>
        succeed([...records.keys()].map((id) => ({ ...records.get(id), [idName]: id }))),
    }),
  } as unknown as Client;

  return {
    provider,
    update,
    client,
    records,
    writes,
    violations,
    requests: () => requests,
    userOf,
    /** A user that the provider knows from before. */
    add: (account: string, body: object): void => {
      records.set(account, { ...body });
    },
    goDown: (is: boolean): void => {
      isDown = is;
    },
    /** Has every request about a user fail. */
    breakFor: (account: string) => broken.add(account),
    /** Has a user be found by something else than its identifier. */
    findBy: (name: (user: User) => string | undefined): void => {
      nameOf = name;
    },
    setStatus: (account: string, status: 'verified' | 'unverified'): void => {
      const record = records.get(account);
      if (!record || !reader.verification) return;
      record[reader.verification.property] = reader.verification[status][0];
      statusAt.set(account, clock.now());
    },
  };
};

export type Fake = ReturnType<typeof createFake>;
