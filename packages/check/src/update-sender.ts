import { type Named, type PropertyRule, ruleAt } from '@amend/contract';
import type { Called } from './calls.ts';
import type { Cell } from './cells.ts';
import { isPrepared } from './create-body.ts';
import { own } from './json.ts';
import { around, ownSchema, schemaAt, valueAt } from './places.ts';
import { plainNumber } from './plain-number.ts';
import { isShownAs, shownName } from './readings.ts';
import { isEverShown, readingIn, type Trial } from './trial.ts';
import type { Trying } from './trying.ts';
import { valueFor } from './values.ts';

/** How often an update is sent of which no answer tells whether it was made. */
const maxTries = 3;

/** An update to be sent. */
export interface Update {
  readonly sent: Named;
  /** The user as it is. */
  readonly before: Named;
  /** What of it a read has to show afterwards, if the provider says yes. */
  readonly due: readonly string[];
}

/** Makes values for cells, and sends them. */
export const updateSender = (trying: Trying) => {
  const { provider, checked, operation, schemas, person, pool, caller, records, book, clock, changesOf } = trying;
  const rules = checked.operation.rules?.properties ?? {};
  const replaces = checked.operation.rules?.update === 'replacement';
  let changes: Readonly<Record<string, number>> | undefined;

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

  /** A value for a cell that a user with this record does not have, or one of another kind; nothing if the contract takes none. */
  const newValue = ({ property, kind, member = [] }: Cell, record: Named, isOther = false): unknown => {
    const number = book.number();
    if (isPrepared(checked.operation, property)) return plainNumber(number);
    const rule = rules[property] as PropertyRule;
    const schema = schemas.body[property] ?? {};
    const base = baseOf(record);
    const accepts = (value: unknown): boolean =>
      checked.operation.validate(records.bodyFor(operation, person.id, { ...base, [property]: value }));
    if (rule.members) {
      const stored = own(record, property) ?? own(person.known(), property);
      const written = (value: unknown): unknown => around(rule, schema, stored, member, value);
      const value = valueFor(
        {
          name: member.at(-1) ?? property,
          schema: ownSchema(schemaAt(schema, member) ?? {}, ruleAt(rule, member)),
          current: valueAt(stored, member),
          number,
          isShown: (each) => isShownAs(each, valueAt(own(record, shownName(property, schema)), member), undefined),
          accepts: (each) => accepts(written(each)),
        },
        pool,
      );
      return value === undefined ? undefined : written(value);
    }
    return valueFor(
      {
        name: property,
        schema,
        current: own(record, property) ?? own(person.known(), property),
        number,
        isShown: (value) => isShownAs(value, own(record, shownName(property, schema)), undefined),
        isUnique: provider.unique.has(property) !== isOther,
        ...(rule.items && kind !== undefined && { kind: [rule.items.property, kind] as const }),
        accepts,
      },
      pool,
    );
  };

  /** Whether a read should show one of these, and does not. */
  const isPending = (trial: Trial, due: readonly string[]): boolean =>
    due.some((name) => {
      const reading = readingIn(name, trial, schemas);
      return reading === 'as before' || (reading === 'not shown' && isEverShown(name, schemas));
    });

  /** Reads until all that was sent shows, or for as long as that may take by the contract (`x-settle`). */
  const readAfter = async (called: Called, { sent, before, due }: Update): Promise<Named | undefined> => {
    let after = await read();
    // What tells of changes beside the provider tells them at once, and of a refusal nothing is due.
    const seconds = changesOf || called.is === 'refused' || called.is === 'invalid' ? 0 : (operation.settle ?? 0);
    for (
      let waited = 0, pause = 1;
      after && waited < seconds && isPending({ called, sent, before, after }, due);
      pause *= 2
    ) {
      const time = Math.min(pause, seconds - waited);
      await clock.sleep(time * 1000);
      waited += time;
      after = await read();
    }
    return after;
  };

  /** Sends an update, and reads the user; of one whose answer was lost the read tells what became of it. */
  const send = async (update: Update): Promise<Trial | undefined> => {
    const { sent, before } = update;
    const counted = changes ?? (await changesOf?.(person.id));
    const input = records.inputFor(operation, person.id, { ...baseOf(before), ...sent });
    let called: Called = { is: 'lost', why: '' };
    let after: Named | undefined;
    for (let tries = 1; called.is === 'lost' && tries <= maxTries; tries += 1) {
      called = await caller.call(operation.id, input, true);
      if (called.is === 'done') person.note(sent);
      after = await readAfter(called, update);
      if (!after) return undefined;
      if (called.is === 'lost' && !isPending({ called, sent, before, after }, Object.keys(sent)))
        called = { is: 'done', data: undefined, status: operation.success };
    }
    if (!after) return undefined;
    changes = await changesOf?.(person.id);
    const written = (name: string): boolean => (counted?.[name] ?? 0) < (changes?.[name] ?? 0);
    return { called, sent, before, after, ...(counted && { written }) };
  };

  return { read, newValue, send };
};
