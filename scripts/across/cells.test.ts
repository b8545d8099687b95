import { contracts, readModel } from '@amend/compiler/read';
import { type Cell, cellsOf, pages } from '@amend/compiler/testing';
import { allows, lockIn, locks, statusesOf, type VerificationStatus } from '@amend/contract';
import { createMock, type Mock } from '@amend/mock';
import { fieldsFor, planAll, requestOf, toUser } from 'amend';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { amend } from '../../packages/cli/src/testing/fake-io.ts';
import { environment } from '../../packages/cli/src/testing/mocked.ts';
import { changeOf } from './changes.ts';
import { clientOf, operationOf, rulesOf } from './providers.ts';

// Each cell of the tables on the providers' pages, held against the contract's rules, the plans and the mock.

const statuses = ['verified', 'unverified'] as const;

const tables = await Promise.all(
  pages.flatMap((page) =>
    page.tables.map(async (table) => ({
      page,
      table,
      rules: await rulesOf(table),
      operation: await operationOf(table),
    })),
  ),
);

test.each(pages.filter(({ events }) => events))('$provider: what its events make of a user', ({ provider, events }) => {
  const told = contracts
    .filter((contract) => contract.provider === provider)
    .flatMap(({ name }) => readModel(name).webhooks.flatMap((webhook) => Object.entries(webhook.events)));
  expect(Object.fromEntries(told.map(([name, { word }]) => [name, word]))).toEqual(events);
});

test.each(pages.filter(({ statuses }) => statuses))('$provider: what its status words mean', async (page) => {
  const [, version] = page.tables[0]?.contract.split('@') ?? [];
  const { verification } = await import(`@amend/${page.provider}/${version}/rules`);
  expect(verification).toMatchObject(page.statuses ?? {});
});

test('the pages have tables, and these have cells', () => {
  expect(tables.flatMap(({ table }) => cellsOf(table)).length).toBeGreaterThan(100);
});

test.each(tables.filter(({ table }) => table.never))(
  '$table.table: the contract locks for ever what the page says never changes, and nothing else',
  ({ table, rules }) => {
    expect(rules.documented).toBe(false);
    const locked = Object.entries(rules.properties).flatMap(([property, rule]) =>
      'updatable' in rule && !allows(rule.updatable, 'unknown') ? [[property, rule.updatable]] : [],
    );
    expect(locked).toEqual(table.never?.map((property) => [property, []]));
  },
);

describe.each(tables.filter(({ table }) => table.rows))(
  '$table.table ($table.body)',
  ({ page, table, rules, operation }) => {
    const cells = cellsOf(table);
    const nameOf = ({ property, kind }: Cell) => `${property}${kind ? ` (${kind})` : ''}`;

    const cases = cells.map((cell) => [nameOf(cell), cell.status, cell.mayChange ? 'yes' : 'no', cell] as const);

    describe('the contract', () => {
      test.each(cases)('%s, %s: %s', (_, status, __, { property, kind, mayChange }) => {
        const rule = rules.properties[property];
        if (!rule || !('updatable' in rule)) return expect.fail(`${property} has no rule.`);
        expect(statusesOf(rule, kind).includes(status), `${table.table}: ${property}, ${status}`).toBe(mayChange);
      });

      test('knows no other property, and no other kind', () => {
        const { rows = [], besides = [] } = table;
        expect(Object.keys(rules.properties).sort()).toEqual(
          [...rows.map(({ property }) => property), ...besides].sort(),
        );
        for (const { property, kinds = [], effect } of rows) {
          const rule = rules.properties[property];
          if (!rule || !('updatable' in rule)) return expect.fail(`${property} has no rule.`);
          if (rule.items) expect(Object.keys(rule.items.kinds).sort()).toEqual([...kinds].sort());
          expect(rule.effect).toBe(effect);
        }
      });
    });

    describe('a plan', () => {
      test.each(cases)('%s, %s: %s', (_, status, __, cell) => {
        const { patch, native } = changeOf(operation, cell);
        const [plan] = planAll(patch, [{ operation, id: 'x', status, ...(native && { native }) }]);
        const { property, mayChange } = cell;
        expect(plan?.state, `${table.table}: ${property}, ${status}`).toBe(mayChange ? 'ready' : 'blocked');
        for (const field of plan?.fields ?? [])
          expect(field).toMatchObject({ verdict: mayChange ? 'send' : 'locked', property });
        expect(Object.keys((plan && requestOf(plan)?.body) ?? {})).toEqual(mayChange ? [property] : []);
        if (!mayChange) expect(plan?.fields[0]?.message).toContain(`(${table.table}`);
        // What is not known is locked, unless no status locks it.
        const [unknown] = planAll(patch, [{ operation, id: 'x', status: 'unknown', ...(native && { native }) }]);
        const always = cells.filter((other) => nameOf(other) === nameOf(cell)).every((other) => other.mayChange);
        expect(unknown?.state).toBe(always ? 'ready' : 'blocked');
      });

      test.each(statuses)('a form is told the same, %s', (status) => {
        const states = fieldsFor(operation, status);
        for (const cell of cells.filter((candidate) => candidate.status === status)) {
          const { patch, native } = changeOf(operation, cell);
          const [{ field = '' } = {}] =
            planAll(patch, [{ operation, id: 'x', status, ...(native && { native }) }])[0]?.fields ?? [];
          const state = states.find((candidate) => candidate.field === field.replace(/\[\d+\]$/, ''));
          const isLocked =
            !state?.editable || (cell.kind !== undefined && Object.hasOwn(state.lockedKinds ?? {}, cell.kind));
          expect([nameOf(cell), !isLocked]).toEqual([nameOf(cell), cell.mayChange]);
        }
      });
    });

    describe('sent', () => {
      let mock: Mock;
      beforeAll(async () => {
        mock = await createMock({ only: [page.provider], seed: 'cells' });
      });
      beforeEach(() => mock.reset());
      afterAll(() => mock.close());

      const userNow = async (id: string): Promise<Readonly<Record<string, unknown>>> => {
        const answer = await mock.fetch(`http://localhost/__amend/users?provider=${page.provider}`);
        const users = (await answer.json()) as { id: string; user: Readonly<Record<string, unknown>> }[];
        return users.find((known) => known.id === id)?.user ?? {};
      };

      /** Whether more of a user's properties are in this table's body than in any other. */
      const isOfThisKind = (user: object): boolean => {
        const known = ({ properties }: typeof rules) =>
          Object.keys(user).filter((name) => Object.hasOwn(properties, name)).length;
        return tables.every((other) => other.table.contract !== table.contract || known(other.rules) <= known(rules));
      };

      const userIn = async (status: VerificationStatus): Promise<string> => {
        for (const { id } of mock.fixtures) {
          const user = await userNow(id);
          if (isOfThisKind(user) && toUser(operation, user).verification === status) return id;
        }
        throw new Error(`The mock of ${page.provider} has nobody for ${table.body} who is ${status}.`);
      };

      /** Sends a change, and holds what it made of the user against the cell: this property alone, or nothing. */
      const expectChange = async ({ property, status, mayChange }: Cell, send: (id: string) => Promise<void>) => {
        const id = await userIn(status);
        const { [property]: before, ...others } = await userNow(id);
        await send(id);
        const { [property]: after, ...left } = await userNow(id);
        expect(left).toEqual(others);
        if (mayChange) expect(after).not.toEqual(before);
        else expect(after).toEqual(before);
      };

      test.each(cases)('to the mock: %s, %s: %s', async (_, status, __, cell) => {
        const { property, kind, value, mayChange } = cell;
        const client = await clientOf(page.provider, mock.fetch);
        await expectChange(cell, async (id) => {
          const [parameter = ''] = /(?<=\{).+(?=\})/.exec(operation.path) ?? [];
          const result = await client[operation.operationId]?.({
            path: { [parameter]: id },
            body: { [property]: value },
          });
          expect(result?.ok, `${table.table}: ${property}, ${status}`).toBe(mayChange);
          const rule = rules.properties[property];
          const lock = rule && 'updatable' in rule ? lockIn(statusesOf(rule, kind), status) : undefined;
          if (lock) expect(JSON.stringify(result?.ok === false && result.error.body())).toContain(locks[lock]);
        });
      });

      test.each(cases)('by the command: %s, %s: %s', async (_, status, __, cell) => {
        const { property, mayChange } = cell;
        const { patch, native } = changeOf(operation, cell);
        await expectChange(cell, async (id) => {
          const own = Object.entries(native ?? {}).flatMap(([name, value]) => ['--native', `${name}=${value}`]);
          const args = ['update', `${page.provider}:${id}`, '--type', operation.reader.kind, '--patch', '-', ...own];
          const { code, out } = await amend(args, {
            stdin: JSON.stringify(patch),
            env: environment('http://localhost'),
            fetch: mock.fetch,
          });
          expect(code, `${table.table}: ${property}, ${status}`).toBe(mayChange ? 0 : 1);
          expect(out.includes('locked')).toBe(!mayChange);
        });
      });
    });
  },
);
