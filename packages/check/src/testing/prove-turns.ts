import type { ProviderName } from 'amend/providers';
import { expect, test } from 'vitest';
import { keyOf } from '../cells.ts';
import { checkProvider } from '../check-provider.ts';
import { sameJson } from '../json.ts';
import { roundsOf } from '../rounds.ts';
import { changed, optionsFor } from './mocked.ts';
import { type Turn, turnModel, turnRules, turnsOf } from './turned.ts';

const allowedIn = (subjects: Parameters<typeof roundsOf>[0]): ReadonlyMap<string, boolean> =>
  new Map(roundsOf(subjects).flatMap(({ cells }) => cells.map((cell) => [keyOf(cell), cell.allowed] as const)));

const nameOf = ({ body, property, kind = '', statuses }: Turn): string =>
  `${body} ${property} ${kind} ${statuses.join(', ')}`;

/** Turns every so many rules of a provider's contracts, one after the other, and has each checked. */
export const proveTurns = async (name: ProviderName, every: number): Promise<void> => {
  const { models, subjects } = await optionsFor(name, fetch);
  const bodies = models.flatMap(({ operations }) => operations.flatMap(({ body }) => body?.schemas ?? []));
  const before = allowedIn(subjects);

  /** The cells of which a turned rule says something else. */
  const turnedBy = (turn: Turn): readonly string[] => {
    const ruled = bodies.find((body) => body.name === turn.body)?.rules;
    const after = allowedIn(
      subjects.map((subject) => ({
        ...subject,
        operations: Object.fromEntries(
          Object.entries(subject.operations).map(([key, operation]) => [
            key,
            sameJson(operation.rules, ruled) && operation.rules
              ? { ...operation, rules: turnRules(operation.rules, turn) }
              : operation,
          ]),
        ),
      })),
    );
    return [...after].flatMap(([key, allowed]) => (before.get(key) === allowed ? [] : [key]));
  };

  const turns = turnsOf(models)
    .filter((_, index) => index % every === 0)
    .map((turn) => ({ turn, name: nameOf(turn), turned: turnedBy(turn) }))
    .filter(({ turned }) => turned.length > 0);

  test.each(turns)('$name', async ({ turn, turned }) => {
    const { cells } = await checkProvider(await changed(name, (model) => turnModel(model, turn)));
    const told = cells.filter(({ verdict }) => verdict !== 'agrees').map((cell) => [keyOf(cell), cell.verdict]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(turned.map((key) => [key, 'differs'])));
  });
};
