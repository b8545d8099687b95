import { watchDrift } from '@amend/client/drift';
import { createCaller } from './calls.ts';
import { keyOf } from './cells.ts';
import type { Checked, CheckOptions } from './check-options.ts';
import { sameJson } from './json.ts';
import { providerOf } from './model.ts';
import { peopleOf } from './people.ts';
import { poolOf } from './pool.ts';
import { recordsOf } from './records.ts';
import { type Round, roundsOf, updatesOf } from './rounds.ts';
import { type CheckedCell, type CheckState, newState, openBook } from './state.ts';
import { Stopped } from './stopped.ts';
import { tryStanding } from './try-standing.ts';

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
