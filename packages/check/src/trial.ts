import type { Named, ResolvedSchema } from '@amend/contract';
import type { Called } from './calls.ts';
import { type Cell, placeOf } from './cells.ts';
import { schemaAt, valueAt, type Way } from './places.ts';
import { type Change, isShownIn, type Reading, readingOf, type Shown, shownName } from './readings.ts';
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

const changeOf = (name: string, { sent, before, after }: Trial, { body, user }: Schemas, way: Way): Change => {
  const schema = body[name] ?? {};
  const at = shownName(name, schema);
  const last = way.at(-1);
  if (last === undefined) return { name, schema, user, sent: sent[name], before, after };
  const shown = schemaAt(user, [at, ...way]);
  return {
    name: last,
    schema: schemaAt(schema, way) ?? {},
    user: { properties: shown ? { [last]: shown } : {} },
    sent: valueAt(sent[name], way),
    before: { [last]: valueAt(before[at], way) },
    after: { [last]: valueAt(after[at], way) },
  };
};

/** Whether the contract has a user shown with a property. */
export const isEverShown = (name: string, { body, user }: Schemas): boolean =>
  Object.hasOwn(user.properties ?? {}, shownName(name, body[name] ?? {}));

/** What a read shows of a property that was sent, or what is known beside it of one that no read shows. */
export const readingIn = (name: string, trial: Trial, schemas: Schemas, way: Way = []): Reading => {
  const reading = readingOf(changeOf(name, trial, schemas, way));
  if (reading !== 'not shown' || !trial.written) return reading;
  return trial.written(name) ? 'as sent' : 'as before';
};

/** What the reads before and after it show. */
export const shownIn = (name: string, trial: Trial, schemas: Schemas, way: Way = []): Shown => {
  const { before, ...change } = changeOf(name, trial, schemas, way);
  return {
    before: isShownIn(change.name, change.schema, before) ? 'a value' : 'not shown',
    after: readingIn(name, trial, schemas, way),
  };
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

const judgeAllowed = (cell: Cell, called: Called, shown: Shown): Judged => {
  const readings = { [placeOf(cell)]: shown };
  const answer = answerOf(called);
  const { after } = shown;
  if (called.is === 'refused')
    return differs(after === 'as sent' ? `${answer}, and changed it all the same` : answer, readings);
  if (after === 'as sent') return { verdict: 'agrees', provider: answer };
  if (after === 'as before') return differs(`${answer}, and changed nothing`, readings);
  if (after === 'another value') return differs(`${answer}, and has another value there`, readings);
  return { verdict: 'undecided', provider: `${answer}, and does not show it`, readings };
};

/** What was sent beside a property that is locked, and may change. */
export interface Companion {
  readonly property: string;
  readonly shown: Shown;
}

const isChanged = (shown: Shown | undefined): boolean => shown?.after === 'as sent' || shown?.after === 'another value';

const judgeLocked = (cell: Cell, called: Called, shown: Shown, companion: Companion | undefined): Judged => {
  const answer = answerOf(called);
  const readings = { [placeOf(cell)]: shown, ...(companion && { [companion.property]: companion.shown }) };
  if (called.is === 'done') {
    if (shown.after === 'as before') return differs(`${answer}, and changed nothing`, readings);
    return isChanged(shown)
      ? differs(`${answer}, and changed it`, readings)
      : { verdict: 'undecided', provider: `${answer}, and does not show it`, readings };
  }
  if (isChanged(shown)) return differs(`${answer}, and changed it all the same`, readings);
  if (companion && isChanged(companion.shown))
    return differs(`${answer}, and changed ${companion.property} all the same`, readings);
  return { verdict: 'agrees', provider: answer };
};

/** What became of a cell, by the answer to an update and the reads around it. */
export const judge = (cell: Cell, called: Called, shown: Shown, companion?: Companion): Judged => {
  if (called.is === 'lost' || called.is === 'invalid') return { verdict: 'not-tried', provider: called.why };
  return cell.allowed ? judgeAllowed(cell, called, shown) : judgeLocked(cell, called, shown, companion);
};
