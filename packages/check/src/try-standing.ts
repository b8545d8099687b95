import type { ContractOperation, Named, PropertyRule } from '@amend/contract';
import type { Called, Caller, Clock } from './calls.ts';
import { type Cell, type CheckedOperation, keyOf, type Standing } from './cells.ts';
import { isPrepared } from './create-body.ts';
import { own, sameJson } from './json.ts';
import type { Provider } from './model.ts';
import type { People, Person } from './people.ts';
import { plainNumber } from './plain-number.ts';
import type { Pool } from './pool.ts';
import { isShownAs, shownName } from './readings.ts';
import type { Records } from './records.ts';
import type { Book, Judged } from './state.ts';
import { judge, readingIn, type Schemas, type Trial } from './trial.ts';
import { valueFor } from './values.ts';

/** One update, in one status, on one user. */
export interface Trying {
  readonly provider: Provider;
  readonly checked: CheckedOperation;
  readonly operation: ContractOperation;
  readonly schemas: Schemas;
  readonly standing: Standing;
  readonly person: Person;
  readonly people: People;
  readonly pool: Pool;
  readonly caller: Caller;
  readonly records: Records;
  readonly book: Book;
  readonly clock: Clock;
  readonly changesOf?: ((id: string) => Promise<Readonly<Record<string, number>>>) | undefined;
}

const noValue: Judged = { verdict: 'not-tried', provider: 'the contract takes no other value there' };
const noRead: Judged = { verdict: 'not-tried', provider: 'no call reads the user' };
const moved: Judged = { verdict: 'not-tried', provider: 'the user has left this status meanwhile' };

const halves = <Each>(list: readonly Each[]): readonly (readonly Each[])[] => {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
};

/** Tries the cells of one update in one status: all that may change at once, and what is locked one by one. */
export const tryStanding = async (trying: Trying, cells: readonly Cell[]): Promise<void> => {
  const { provider, checked, operation, schemas, standing, person, people, pool, caller, records, book, clock } =
    trying;
  const rules = checked.operation.rules?.properties ?? {};
  const replaces = checked.operation.rules?.update === 'replacement';
  let changes = await trying.changesOf?.(person.id);

  const read = async (): Promise<Named | undefined> => {
    const record = await records.read(person.id, person.known());
    if (record) person.note(record);
    return record;
  };

  /** What has to be sent beside a change. */
  const baseOf = (record: Named): Named =>
    Object.fromEntries(
      Object.entries(rules).flatMap(([name, rule]) => {
        const value = own(record, name);
        const isNeeded = 'updatable' in rule && (replaces || rule.required);
        return isNeeded && value !== undefined && value !== null ? [[name, value]] : [];
      }),
    );

  const accepts = (base: Named) => checked.operation.validate(records.bodyFor(operation, person.id, base));

  const wantedFor = (cell: Cell, record: Named): unknown => {
    const number = book.number();
    const { property, kind } = cell;
    if (isPrepared(checked.operation, property)) return plainNumber(number);
    const rule = rules[property] as PropertyRule;
    return valueFor(
      {
        name: property,
        schema: schemas.body[property] ?? {},
        current: own(record, property) ?? own(person.known(), property),
        number,
        isShown: (value) => isShownAs(value, own(record, shownName(property, schemas.body[property] ?? {})), undefined),
        isUnique: provider.unique.has(property),
        ...(rule.items && kind !== undefined && { kind: [rule.items.property, kind] as const }),
        accepts: (value) => accepts({ ...baseOf(record), [property]: value }),
      },
      pool,
    );
  };

  /** Sends an update; of one whose answer was lost a read tells what became of it. */
  const send = async (sent: Named, before: Named): Promise<Trial | undefined> => {
    const body = { ...baseOf(before), ...sent };
    let called: Called = { is: 'lost', why: '' };
    let after: Named | undefined = before;
    for (let tries = 1; called.is === 'lost' && tries <= 3; tries += 1) {
      called = await caller.call(operation.id, records.inputFor(operation, person.id, body), true);
      if (called.is === 'done') person.note(sent);
      after = await read();
      if (!after) return undefined;
      const trial = { called, sent, before, after };
      const isTaken = Object.keys(sent).every((name) => readingIn(name, trial, schemas) === 'as sent');
      if (called.is === 'lost' && isTaken) called = { is: 'done', data: undefined, status: operation.success };
    }
    if (!after) return undefined;
    const counted = changes;
    changes = await trying.changesOf?.(person.id);
    const written = (name: string): boolean => (counted?.[name] ?? 0) < (changes?.[name] ?? 0);
    return { called, sent, before, after, ...(counted && { written }) };
  };

  /** What changed that nobody has sent is the fault of none that was sent: its own cell tells it. */
  const tellOthers = async ({ sent, before, after, called }: Trial): Promise<void> => {
    if (called.is === 'lost') return;
    for (const cell of cells) {
      const at = shownName(cell.property, schemas.body[cell.property] ?? {});
      if (cell.property in sent || sameJson(own(before, at), own(after, at))) continue;
      if (Object.keys(sent).some((name) => shownName(name, schemas.body[name] ?? {}) === at)) continue;
      await book.judge(keyOf(cell), {
        verdict: 'differs',
        provider: 'changed it although it was not sent',
        readings: { [cell.property]: 'another value' },
      });
    }
  };

  const isOpen = (cell: Cell): boolean => book.state().cells[keyOf(cell)] === undefined;
  const judgeAll = async (some: readonly Cell[], judged: Judged): Promise<void> => {
    for (const cell of some.filter(isOpen)) await book.judge(keyOf(cell), judged);
  };

  const hasMoved = (record: Named): boolean => people.statusIn(record) !== standing.status;

  /** All that may change at once; where that is refused, by halves, until it is known what is. */
  const tryAllowed = async (some: readonly Cell[]): Promise<void> => {
    if (some.length === 0) return;
    const before = await read();
    if (!before) return judgeAll(some, noRead);
    if (hasMoved(before)) return judgeAll(some, moved);
    const sent: Record<string, unknown> = {};
    const tried: Cell[] = [];
    for (const cell of some) {
      const value = wantedFor(cell, before);
      if (value === undefined) await judgeAll([cell], noValue);
      else {
        const others = sent[cell.property];
        sent[cell.property] = Array.isArray(others) && Array.isArray(value) ? [...others, ...value] : value;
        tried.push(cell);
      }
    }
    if (tried.length === 0) return;
    const trial = await send(sent, before);
    if (!trial) return judgeAll(tried, noRead);
    await tellOthers(trial);
    if (trial.called.is !== 'done' && tried.length > 1) {
      const kept = tried.filter((cell) => readingIn(cell.property, trial, schemas) !== 'as before');
      for (const cell of kept) await judgeTrial(cell, trial);
      for (const half of halves(tried.filter(isOpen))) await tryAllowed(half);
      return;
    }
    for (const cell of tried) await judgeTrial(cell, trial);
  };

  const judgeTrial = async (cell: Cell, trial: Trial, companion?: string): Promise<void> => {
    if (!isOpen(cell)) return;
    const reading = readingIn(cell.property, elementsOf(cell, trial), schemas);
    const beside =
      companion === undefined ? undefined : { property: companion, reading: readingIn(companion, trial, schemas) };
    await book.judge(keyOf(cell), judge(cell, trial.called, reading, beside));
  };

  /** Of a list that was sent, the elements of the cell's own kind. */
  const elementsOf = (cell: Cell, trial: Trial): Trial => {
    const rule = rules[cell.property];
    const value = trial.sent[cell.property];
    if (cell.kind === undefined || !rule || !('items' in rule) || !Array.isArray(value)) return trial;
    const own = value.filter((element) => element[rule.items?.property ?? ''] === cell.kind);
    return { ...trial, sent: { ...trial.sent, [cell.property]: own } };
  };

  /** A field that may change goes along with one that may not: a refusal has to spare both. */
  const companionFor = (): Cell | undefined =>
    cells.find(
      (cell) =>
        cell.allowed &&
        cell.kind === undefined &&
        typeof own(person.known(), cell.property) === 'string' &&
        book.state().cells[keyOf(cell)]?.verdict === 'agrees',
    );

  const tryLocked = async (cell: Cell): Promise<void> => {
    const before = await read();
    if (!before) return judgeAll([cell], noRead);
    if (hasMoved(before)) return judgeAll([cell], moved);
    const value = wantedFor(cell, before);
    if (value === undefined) return judgeAll([cell], noValue);
    const companion = companionFor();
    const beside = companion && wantedFor(companion, before);
    const sent = { [cell.property]: value, ...(companion && beside !== undefined && { [companion.property]: beside }) };
    const trial = await send(sent, before);
    if (!trial) return judgeAll([cell], noRead);
    await tellOthers(trial);
    await judgeTrial(cell, trial, companion && beside !== undefined ? companion.property : undefined);
  };

  await tryAllowed(cells.filter((cell) => cell.allowed && isOpen(cell)));
  for (const cell of cells.filter((each) => !each.allowed && isOpen(each))) await tryLocked(cell);
  void clock;
};
