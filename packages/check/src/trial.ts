import type { Named, ResolvedSchema } from '@amend/contract';
import type { Called } from './calls.ts';
import type { Cell } from './cells.ts';
import { type Change, type Reading, readingOf, shownName } from './readings.ts';
import type { Judged } from './state.ts';

/** One update that was tried, and the user before it and after it. */
export interface Trial {
  readonly called: Called;
  readonly sent: Named;
  readonly before: Named;
  readonly after: Named;
  /** By property, how often it was written, where something tells that beside the provider. */
  readonly written?: ((name: string) => boolean) | undefined;
}

export interface Schemas {
  /** Of the properties of the body. */
  readonly body: Readonly<Record<string, ResolvedSchema>>;
  readonly user: ResolvedSchema;
}

const changeOf = (name: string, { sent, before, after }: Trial, { body, user }: Schemas): Change => ({
  name,
  schema: body[name] ?? {},
  user,
  sent: sent[name],
  before,
  after,
});

/** Whether the contract has a user shown with a property. */
export const isEverShown = (name: string, { body, user }: Schemas): boolean =>
  Object.hasOwn(user.properties ?? {}, shownName(name, body[name] ?? {}));

/** What a read shows of a property that was sent, or what is known beside it of one that no read shows. */
export const readingIn = (name: string, trial: Trial, schemas: Schemas): Reading => {
  const reading = readingOf(changeOf(name, trial, schemas));
  if (reading !== 'not shown' || !trial.written) return reading;
  if (!trial.written(name)) return 'as before';
  return isEverShown(name, schemas) ? reading : 'as sent';
};

const answerOf = (called: Called): string => {
  if (called.is === 'done') return `accepted it with ${called.status}`;
  return called.is === 'refused' ? `refused it with ${called.status}` : called.why;
};

const differs = (provider: string, readings: Judged['readings']): Judged => ({
  verdict: 'differs',
  provider,
  ...(readings && { readings }),
});

const judgeAllowed = (cell: Cell, called: Called, reading: Reading): Judged => {
  const readings = { [cell.property]: reading };
  const answer = answerOf(called);
  if (called.is === 'refused')
    return differs(reading === 'as sent' ? `${answer}, and changed it all the same` : answer, readings);
  if (reading === 'as sent') return { verdict: 'agrees', provider: answer };
  if (reading === 'as before') return differs(`${answer}, and changed nothing`, readings);
  if (reading === 'another value') return differs(`${answer}, and has another value there`, readings);
  return { verdict: 'undecided', provider: `${answer}, and does not show it`, readings };
};

/** What was sent beside a property that is locked, and may change. */
export interface Companion {
  readonly property: string;
  readonly reading: Reading;
}

const judgeLocked = (cell: Cell, called: Called, reading: Reading, companion: Companion | undefined): Judged => {
  const answer = answerOf(called);
  const readings = { [cell.property]: reading, ...(companion && { [companion.property]: companion.reading }) };
  if (called.is === 'done') {
    if (reading === 'as before') return differs(`${answer}, and changed nothing`, readings);
    if (reading === 'not shown') return { verdict: 'undecided', provider: `${answer}, and does not show it`, readings };
    return differs(`${answer}, and changed it`, readings);
  }
  if (reading === 'as sent' || reading === 'another value')
    return differs(`${answer}, and changed it all the same`, readings);
  if (companion?.reading === 'as sent' || companion?.reading === 'another value')
    return differs(`${answer}, and changed ${companion.property} all the same`, readings);
  return { verdict: 'agrees', provider: answer };
};

export const judge = (cell: Cell, called: Called, reading: Reading, companion?: Companion): Judged => {
  if (called.is === 'lost' || called.is === 'invalid') return { verdict: 'not-tried', provider: called.why };
  return cell.allowed ? judgeAllowed(cell, called, reading) : judgeLocked(cell, called, reading, companion);
};
