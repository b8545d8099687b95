import type { Named } from '@amend/contract';
import { type Cell, keyOf } from './cells.ts';
import { own, sameJson } from './json.ts';
import { type Reading, shownName } from './readings.ts';
import type { Judged } from './state.ts';
import { judge, readingIn, shownIn, type Trial } from './trial.ts';
import type { Trying } from './trying.ts';
import { updateSender } from './update-sender.ts';

const notTried = (why: string): Judged => ({ verdict: 'not-tried', provider: why });

const halves = <Each>(list: readonly Each[]): readonly (readonly Each[])[] => {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
};

/** Tries the cells of one update in one status: all that may change at once, and what is locked one by one. */
export const tryStanding = async (trying: Trying, cells: readonly Cell[]): Promise<void> => {
  const { provider, checked, schemas, standing, person, people, book } = trying;
  const rules = checked.operation.rules?.properties ?? {};
  const { read, newValue, send } = updateSender(trying);
  const at = (property: string): string => shownName(property, schemas.body[property] ?? {});
  const isMark = ({ property }: Cell): boolean => provider.marks.has(property);
  const isOpen = (cell: Cell): boolean => book.state().cells[keyOf(cell)] === undefined;

  /** One place of an object at a time, so that a read tells which of them was taken. */
  const isApart = ({ property }: Cell): boolean => {
    const rule = rules[property];
    return rule !== undefined && 'members' in rule;
  };

  const judgeAll = async (some: readonly Cell[], judged: Judged): Promise<void> => {
    for (const cell of some.filter(isOpen)) await book.judge(keyOf(cell), judged);
  };

  /** The user before an update, if it still is where it should be. */
  const readBefore = async (some: readonly Cell[]): Promise<Named | undefined> => {
    const before = await read();
    if (before && people.standsIn(before, standing)) return before;
    const why = before ? 'the user has left this status meanwhile' : 'no call reads the user';
    await judgeAll(some, notTried(why));
    return undefined;
  };

  /** What changed and was not sent is no fault of what was: its own cell tells it. */
  const tellOthers = async ({ sent, before, after }: Trial): Promise<void> => {
    const places = new Set(Object.keys(sent).map(at));
    for (const cell of cells) {
      const place = at(cell.property);
      if (places.has(place) || sameJson(own(before, place), own(after, place))) continue;
      await book.judge(keyOf(cell), {
        verdict: 'differs',
        provider: 'changed it although it was not sent',
        readings: { [cell.property]: { before: 'a value', after: 'another value' } },
      });
    }
  };

  /** Of a list that was sent, the elements of the cell's own kind. */
  const withOwn = ({ property, kind }: Cell, trial: Trial): Trial => {
    const rule = rules[property];
    const value = trial.sent[property];
    if (kind === undefined || !rule || !('items' in rule) || !Array.isArray(value)) return trial;
    const elements = value.filter((element) => element[rule.items?.property ?? ''] === kind);
    return { ...trial, sent: { ...trial.sent, [property]: elements } };
  };

  const judgeTrial = async (cell: Cell, trial: Trial, companion?: string): Promise<Reading> => {
    const shown = shownIn(cell.property, withOwn(cell, trial), schemas, cell.member);
    const beside = companion === undefined ? [] : [{ property: companion, shown: shownIn(companion, trial, schemas) }];
    if (isOpen(cell)) await book.judge(keyOf(cell), judge(cell, trial.called, shown, ...beside));
    return shown.after;
  };

  /** All that may change at once; where that is refused, by halves, until it is known what is. */
  const tryAllowed = async (some: readonly Cell[], isOther = false): Promise<void> => {
    const before = some.length > 0 ? await readBefore(some) : undefined;
    if (!before) return;
    const sent: Record<string, unknown> = {};
    for (const cell of some) {
      const value = newValue(cell, before, isOther);
      const others = sent[cell.property];
      if (value === undefined) await judgeAll([cell], notTried('the contract takes no other value there'));
      else sent[cell.property] = Array.isArray(others) && Array.isArray(value) ? [...others, ...value] : value;
    }
    const tried = some.filter(isOpen);
    const trial = tried.length > 0 ? await send({ sent, before, due: Object.keys(sent) }) : undefined;
    if (!trial) return judgeAll(tried, notTried('no call reads the user'));
    await tellOthers(trial);
    const kept = tried.filter((cell) => readingIn(cell.property, trial, schemas, cell.member) === 'as before');
    // What was refused alone may have been the value, and not its field.
    if (trial.called.is === 'refused' && tried.length === 1 && kept.length === 1 && !isOther)
      return tryAllowed(kept, true);
    if (trial.called.is === 'done' || tried.length === 1) {
      for (const cell of tried) await judgeTrial(cell, trial);
      return;
    }
    for (const cell of tried) if (!kept.includes(cell)) await judgeTrial(cell, trial);
    for (const half of halves(tried.filter(isOpen))) await tryAllowed(half);
  };

  /** A field that may change goes along with one that may not: a refusal has to spare both. */
  const companionOf = ({ property }: Cell): Cell | undefined =>
    cells.find(
      (cell) =>
        cell.allowed &&
        cell.property !== property &&
        cell.kind === undefined &&
        typeof own(person.known(), cell.property) === 'string' &&
        book.state().cells[keyOf(cell)]?.verdict === 'agrees',
    );

  const tryAlone = async (cell: Cell, isOther = false): Promise<void> => {
    const before = await readBefore([cell]);
    const value = before && newValue(cell, before);
    if (!before || value === undefined) return judgeAll([cell], notTried('the contract takes no other value there'));
    const companion = companionOf(cell);
    const beside = companion && newValue(companion, before);
    const sent = { [cell.property]: value, ...(companion && beside !== undefined && { [companion.property]: beside }) };
    const besides = Object.keys(sent).slice(1);
    const trial = await send({ sent, before, due: cell.allowed ? Object.keys(sent) : besides });
    if (!trial) return judgeAll([cell], notTried('no call reads the user'));
    await tellOthers(trial);
    // A user whose value nobody knows may have had this one.
    const isHidden =
      trial.called.is === 'done' && readingIn(cell.property, trial, schemas, cell.member) === 'not shown';
    if (isHidden && !isOther) return tryAlone(cell, true);
    const reading = await judgeTrial(cell, trial, beside === undefined ? undefined : companion?.property);
    if (isMark(cell) && reading !== 'as before' && trial.called.is !== 'refused') await people.retire(person.id);
  };

  // What tells kinds apart comes last: who is of another kind afterwards is asked nothing more.
  const open = cells.filter(isOpen);
  const free = open.filter((cell) => cell.allowed && !isMark(cell));
  await tryAllowed(free.filter((cell) => !isApart(cell)));
  for (const cell of free.filter(isApart)) await tryAllowed([cell]);
  for (const cell of open.filter((each) => !each.allowed && !isMark(each))) await tryAlone(cell);
  for (const cell of open.filter(isMark)) await tryAlone(cell);
};
