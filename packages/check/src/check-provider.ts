import type { ClientOptions } from '@amend/client';
import { type DriftReport, watchDrift } from '@amend/client/drift';
import type { AnyClient } from '@amend/client/provider';
import type { AnswerTable } from '@amend/contract';
import type { Subject } from 'amend/providers';
import { type CallLimits, type Clock, createCaller } from './calls.ts';
import { keyOf } from './cells.ts';
import { sameJson } from './json.ts';
import { type Model, providerOf } from './model.ts';
import { peopleOf } from './people.ts';
import type { GivenUser } from './person.ts';
import { poolOf } from './pool.ts';
import { recordsOf } from './records.ts';
import { type Round, roundsOf, updatesOf } from './rounds.ts';
import { type CheckedCell, type CheckState, newState, openBook } from './state.ts';
import { Stopped } from './stopped.ts';
import { tryStanding } from './try-standing.ts';

export interface CheckOptions extends CallLimits {
  readonly provider: string;
  /** The readings of all its contracts. */
  readonly models: readonly Model[];
  /** Its kinds of users, as the list of providers has them. */
  readonly subjects: readonly Subject[];
  /** What those contracts know of answers. */
  readonly answers?: readonly AnswerTable[];
  /** Makes the client; it has to take these options. */
  readonly connect: (options: Pick<ClientOptions, 'drift' | 'retries'>) => AnyClient | Promise<AnyClient>;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Users that are there already. */
  readonly given?: readonly GivenUser[] | undefined;
  /** How a mock is told what status a user has; without it, users are verified by the provider's own calls. */
  readonly setStatus?: ((id: string, word: string) => Promise<void>) | undefined;
  /** How often each property of a user was written, where something tells that beside the provider, as a mock can. */
  readonly changesOf?: ((id: string) => Promise<Readonly<Record<string, number>>>) | undefined;
  /** Milliseconds for which the outcome of a provider's check is waited for; a minute by default. */
  readonly patience?: number | undefined;
  /** What an interrupted check knew. */
  readonly state?: CheckState | undefined;
  /** What values are made up from; the same number makes the same values. */
  readonly seed?: number | undefined;
  /** Keeps what is known, after each step. */
  readonly save?: ((state: CheckState) => Promise<void>) | undefined;
}

/** What a check comes to. */
export interface Checked {
  readonly provider: string;
  readonly cells: readonly CheckedCell[];
  readonly writes: number;
  /** What answers held that the contracts do not know, whatever cell they were about. */
  readonly answers: readonly DriftReport[];
  /** Why it ended before all was tried. */
  readonly stopped?: string;
  /** The ids of users whom the check has made and who are still there. */
  readonly left: readonly string[];
}

/** The ids of users that a check has made. */
const madeIn = ({ users, retired }: CheckState): readonly string[] => [
  ...retired,
  ...Object.values(users).map(({ id }) => id),
];

/** Tries every cell of a provider's contracts at the provider. Whatever happens there is told, and nothing thrown. */
export const checkProvider = async (options: CheckOptions): Promise<Checked> => {
  const { models, subjects, connect, clock, signal, given = [], setStatus, changesOf, patience = 60_000 } = options;
  const provider = providerOf(options.provider, models);
  const book = openBook(options.state ?? newState(options.provider, options.seed ?? 0), options.save);
  const spent = book.state().writes;
  const drift = watchDrift(options.answers ?? [], { always: Number.POSITIVE_INFINITY });
  const caller = createCaller(await connect({ drift, retries: 0 }), options, {
    clock,
    signal,
    spent,
    onWrite: (writes) => book.set({ writes }),
  });
  const records = recordsOf(provider, caller);
  const creates = Object.fromEntries(
    subjects.flatMap(({ type, operations: { create } }) => (create ? [[type, create]] : [])),
  );
  const verification = updatesOf(subjects)[0]?.operation.reader.verification;
  const people = peopleOf({
    provider,
    usualType: subjects[0]?.type,
    creates,
    verification,
    given,
    caller,
    records,
    book,
    clock,
    setStatus,
    patience,
  });
  const pool = poolOf(models);
  const rounds = roundsOf(subjects);

  const tryRound = async ({ checked, standing, cells }: Round): Promise<void> => {
    const open = cells.filter((cell) => book.state().cells[keyOf(cell)] === undefined);
    if (open.length === 0) return;
    const operation = provider.operations.find(({ id }) => id === checked.operation.operationId);
    const person = records.canRead ? await people.userIn(checked.type, standing) : { why: 'no call reads a user' };
    if (!operation || 'why' in person) {
      const why = 'why' in person ? person.why : 'the contract has no such call';
      for (const cell of open) unmet.set(keyOf(cell), why);
      return;
    }
    const own = operation.body?.schemas.find(({ rules }) => sameJson(rules, checked.operation.rules));
    const schemas = { body: own?.schema.properties ?? {}, user: provider.user.schema };
    await tryStanding(
      {
        provider,
        checked,
        operation,
        schemas,
        standing,
        person,
        people,
        pool,
        caller,
        records,
        book,
        clock,
        changesOf,
      },
      cells,
    );
  };

  const unmet = new Map<string, string>();
  let stopped: string | undefined;
  const guarded = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      stopped ??= error.message;
    }
  };

  for (const round of rounds) if (stopped === undefined) await guarded(() => tryRound(round));
  await book.set({ writes: caller.writes() });
  let left: readonly string[] = madeIn(book.state());
  if (stopped === undefined)
    await guarded(async () => {
      left = await people.cleanUp();
    });

  const { cells: judged } = book.state();
  return {
    provider: provider.name,
    cells: rounds.flatMap(({ cells }) =>
      cells.map((cell): CheckedCell => {
        const key = keyOf(cell);
        const known = judged[key];
        return {
          ...cell,
          ...(known ?? { verdict: 'not-tried', provider: unmet.get(key) ?? stopped ?? 'it was not reached' }),
        };
      }),
    ),
    writes: caller.writes(),
    answers: drift.seen(),
    ...(stopped !== undefined && { stopped }),
    left,
  };
};
