import type { Context } from './context.ts';
import { type LinkRow, linkColumns, type PaceRow, paceColumns } from './rows.ts';
import type { Held } from './shown.ts';
import { heldOf } from './status.ts';
import { select } from './store.ts';

/** How long another worker leaves it to this one to tell, in milliseconds. */
const toTell = 300_000;
const atOnce = 50;

interface Told<Row> {
  readonly table: string;
  readonly key: readonly (keyof Row & string)[];
  readonly columns: string;
  readonly heldOf: (row: Row) => Held | undefined;
}

const links: Told<LinkRow> = { table: 'amend_keep.link', key: ['user_id', 'provider'], columns: linkColumns, heldOf };
const providers: Told<PaceRow> = {
  ...{ table: 'amend_keep.pace', key: ['provider'], columns: paceColumns },
  heldOf: ({ provider, reason, paused_since }) =>
    reason ? { provider, reason, since: Number(paused_since) } : undefined,
};

/** Tells of what is held, and of providers that are left alone, at every age; once, unless the one who tells dies meanwhile. */
export const escalate = async (
  { store, escalate: ages }: Context,
  onHeld: (held: Held) => void | Promise<void>,
): Promise<void> => {
  const now = await store.now();
  const tell = async <Row>({ table, key, columns, heldOf }: Told<Row>): Promise<void> => {
    const rows = await select<Row>(
      store,
      `update ${table} set tell_at = $1 where (${key}) in (
        select ${key} from ${table} where tell_at <= $2 order by tell_at limit ${atOnce} for update skip locked)
        returning ${columns}`,
      [now + toTell, now],
    );
    for (const row of rows) {
      const held = heldOf(row);
      if (held) await onHeld(held);
      const next = held && ages.find((age) => held.since + age > now);
      const which = key.map((column, index) => `${column} = $${index + 3}`).join(' and ');
      await store.query(`update ${table} set tell_at = $1 where tell_at = $2 and ${which}`, [
        ...[held && next !== undefined ? held.since + next : null, now + toTell],
        ...key.map((column) => row[column]),
      ]);
    }
  };
  await tell(links);
  await tell(providers);
};
