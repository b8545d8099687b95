import type { User, UserOperations } from 'amend';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetIndividual } from 'amend/machnet';
import { exampleOf } from 'amend/testing';
import { describe, expect, test } from 'vitest';
import type { FieldStatus } from './field-state.ts';
import { KeepError } from './keep-error.ts';
import type { Queryable, Store } from './store.ts';
import type { Fault } from './testing/fake-provider.ts';
import { createWorld, type WorldOptions } from './testing/world.ts';
import type { Keeper } from './types.ts';

const phone = '+12105550132';
const email = 'moved@example.com';
/** What a verified user may change, and what not, whatever the rules say which field that is. */
const free = exampleOf(machnetIndividual.update, true);
const locked = exampleOf(machnetIndividual.update, false);
const documents = { virtual: [{ type: 'DRIVING_LICENCE', number: '58291034' }] };
const day = 86_400_000;
const minute = 60_000;

const one = { machnet: machnetIndividual };
const two = { machnet: machnetIndividual, hpay: hpayUser };

type Reader = UserOperations[string]['reader'];

/** The same provider, if it were read otherwise. */
const readBy = (change: (reader: Reader) => Reader): UserOperations =>
  Object.fromEntries(
    Object.entries(machnetIndividual).map(([name, operation]) => [
      name,
      { ...operation, reader: change(operation.reader) },
    ]),
  );

/** By no call that reads one user. */
const blind = readBy(({ read: _, ...reader }) => reader);
/** By a list of all, too. */
const listed = readBy((reader) => ({ ...reader, list: hpayUser.patch.reader.list }) as Reader);

const fieldsOf = async (keeper: Keeper<string>, provider = 'machnet'): Promise<readonly FieldStatus[]> =>
  (await keeper.status('u')).find((link) => link.provider === provider)?.fields ?? [];

const statesOf = async (keeper: Keeper<string>, provider = 'machnet'): Promise<Record<string, string>> =>
  Object.fromEntries((await fieldsOf(keeper, provider)).map(({ field, state, reason }) => [field, reason ?? state]));

const insertsAttempt = /insert into amend_keep\.attempt/;
const finishes = /update amend_keep\.link set lease_until = null, seen/;

/** What becomes of a change, on any database: the failure matrix line by line, and what else a keeper promises. */
export const keeperContract = (name: string, open?: () => Promise<Store>): void => {
  const world = (kinds: Readonly<Record<string, UserOperations>>, options: WorldOptions = {}) =>
    createWorld(kinds, { ...(open && { open }), ...options });

  describe(`${name}: what goes wrong`, () => {
    test('killed before the intent: nothing was sent, and it is done once the lease is over', async () => {
      const { keeper, fakes, die, drain } = await world(one);
      await keeper.change('u', { phone });
      await die({ before: insertsAttempt });
      expect(fakes[0]?.writes).toEqual([]);
      await drain();
      expect([fakes[0]?.writes.length, await statesOf(keeper)]).toEqual([1, { phone: 'kept' }]);
    });

    test('killed between the intent and the request: it waits until the request would be over, and sends', async () => {
      const { keeper, fakes, die, drain } = await world(one);
      await keeper.change('u', { phone, documents });
      await die({ after: insertsAttempt });
      await drain();
      expect(fakes[0]?.writes.length).toBe(1);
      expect(await statesOf(keeper)).toEqual({ phone: 'kept', 'documents.virtual[0]': 'kept' });
    });

    test.each<Fault>(['lost', 'late', 'reset', 'broken', 'broken-after'])(
      '%s in mid-send: what was set is set, and what was added is there once',
      async (fault) => {
        const { keeper, fakes, fail, drain } = await world(one);
        await drain();
        await keeper.change('u', { phone, documents });
        fail(undefined, fault);
        await drain();
        expect(await statesOf(keeper)).toEqual({ phone: 'kept', 'documents.virtual[0]': 'kept' });
        expect(fakes[0]?.userOf('a')).toMatchObject({ phone, documents: { virtual: [{ number: '58291034' }] } });
        expect(fakes[0]?.userOf('a').documents?.virtual).toHaveLength(1);
        const wasMade = fault === 'lost' || fault === 'late' || fault === 'broken-after';
        expect(fakes[0]?.writes.length).toBe(1);
        expect(fakes[0]?.requests()).toBe(wasMade ? 4 : 5);
      },
    );

    test('documents in doubt at a provider that no call reads: held for a person, who decides', async () => {
      const { keeper, fakes, fail, drain, clock } = await world({ machnet: blind });
      await keeper.statusChanged('machnet', { provider: 'machnet', id: 'a', verification: 'unverified', word: 'X' });
      await drain();
      await keeper.change('u', { phone, documents });
      fail('lost');
      await drain();
      await clock.run(clock.now() + 1.2 * day);
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'kept', 'documents.virtual[0]': 'unknown' });
      expect(fakes[0]?.userOf('a').documents?.virtual).toHaveLength(1);
      await keeper.decide('u', 'machnet', 'documents.virtual[0]', 'withdraw');
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'kept', 'documents.virtual[0]': 'withdrawn' });
      expect((await keeper.audit('u'))[0]?.isErased).toBe(true);
    });

    test('a status that is told while a request is on its way is the one that counts', async () => {
      const { keeper, fakes, fail, clock, drain, wait } = await world({ machnet: blind });
      const told = { provider: 'machnet', id: 'a', word: 'X' } as const;
      await keeper.statusChanged('machnet', { ...told, verification: 'unverified' });
      await drain();
      await keeper.change('u', { ...free.patch, ...locked.patch });
      fail('busy');
      const look = keeper.tick();
      await clock.run(clock.now() + 1);
      fakes[0]?.setStatus('a', 'verified');
      await keeper.statusChanged('machnet', { ...told, verification: 'verified' });
      await wait(look);
      await drain();
      expect(await statesOf(keeper)).toEqual({ [free.field]: 'kept', [locked.field]: 'locked' });
      expect(fakes[0]?.requests()).toBe(2);
    });

    test('what is held is told once, though a look at it is under way', async () => {
      const told: object[] = [];
      const { keeper, fakes, clock, drain, wait } = await world(one, { onHeld: (held) => void told.push(held) });
      fakes[0]?.setStatus('a', 'verified');
      await keeper.change('u', locked.patch);
      await drain();
      await clock.run(clock.now() + 61 * minute);
      const look = keeper.reconcile({ userId: 'u', provider: 'machnet' });
      await clock.run(clock.now() + 1);
      await wait(keeper.tick());
      await wait(look);
      await drain();
      expect(told).toHaveLength(1);
    });

    test('erased while a request is on its way, and linked anew: nothing is sent before that one is over', async () => {
      const { keeper, fakes, fail, clock, drain, wait } = await world(one);
      await drain();
      await keeper.change('u', { phone });
      fail(undefined, 'late');
      const look = keeper.tick();
      await clock.run(clock.now() + 2_000);
      await keeper.erase('u');
      await keeper.link('u', 'machnet', 'a');
      await keeper.change('u', { phone: '+12105550199' });
      await clock.run(clock.now() + 1_000);
      await wait(keeper.tick());
      await wait(look);
      await drain();
      expect(fakes[0]?.violations).toEqual([]);
      expect(fakes[0]?.userOf('a').phone).toBe('+12105550199');
    });

    test('a database that is busy as a result is to be written: it is written a little later, and not in doubt', async () => {
      const { keeper, keeperWith, fakes, store, drain, wait } = await world({ machnet: blind });
      await keeper.statusChanged('machnet', { provider: 'machnet', id: 'a', verification: 'unverified', word: 'X' });
      await drain();
      let isBusy = true;
      const busy = ({ query }: Queryable): Queryable => ({
        query: async (text, values) => {
          if (finishes.test(text) && isBusy) {
            isBusy = false;
            throw new KeepError('busy', 'The database of the keeper is locked by another transaction; try again.');
          }
          return query(text, values);
        },
      });
      const transaction: Store['transaction'] = (work) => store.transaction((tx) => work(busy(tx)));
      const db: Store = { ...store, ...busy(store), transaction };
      await keeper.change('u', { documents });
      await wait(keeperWith({ db }).tick());
      expect([isBusy, await statesOf(keeper), fakes[0]?.writes.length]).toEqual([
        false,
        { 'documents.virtual[0]': 'kept' },
        1,
      ]);
    });

    test('a database that is gone once a result is written: it is written once, and a value stays while another waits', async () => {
      const { keeper, keeperWith, fakes, store, clock, drain, wait } = await world({ machnet: blind, hpay: hpayUser });
      await drain();
      let isGone = false;
      const ends = async <Result>(work: () => Promise<Result>, isLast: () => boolean): Promise<Result> => {
        const result = await work();
        if (isGone || !isLast()) return result;
        isGone = true;
        throw new KeepError('unreachable', 'The database of the keeper cannot be reached; try again.');
      };
      const db: Store = {
        ...store,
        query: (text, values) =>
          ends(
            () => store.query(text, values),
            () => finishes.test(text),
          ),
        transaction: (work) => {
          let isLast = false;
          const watch = (tx: Queryable): Queryable => ({
            query: (text, values) => {
              isLast ||= finishes.test(text);
              return tx.query(text, values);
            },
          });
          return ends(
            () => store.transaction((tx) => work(watch(tx))),
            () => isLast,
          );
        },
      };
      await keeper.change('u', { phone });
      await wait(keeperWith({ db }).reconcile({ userId: 'u', provider: 'machnet' }));
      const { rows } = await store.query('select waiting, sealed from amend_keep.change');
      expect([isGone, rows]).toMatchObject([true, [{ waiting: 1, sealed: expect.any(String) }]]);
      await clock.run(clock.now() + 1);
      await drain();
      expect(fakes.map(({ writes }) => writes.length)).toEqual([1, 1]);
    });

    test('killed inside the last transaction: a read shows it, and nothing is sent again', async () => {
      const { keeper, fakes, die, drain } = await world(one);
      await keeper.change('u', { phone });
      await die({ before: finishes });
      await drain();
      expect([fakes[0]?.writes.length, await statesOf(keeper)]).toEqual([1, { phone: 'kept' }]);
    });

    test('stalled longer than its lease: neither its intent nor its result is taken', async () => {
      const { keeper, keeperWith, fakes, store, clock, drain, wait } = await world(one);
      let isStalled = false;
      const stalling: Store = {
        ...store,
        transaction: async (work) => {
          if (isStalled) await clock.sleep(10 * minute);
          return store.transaction(work);
        },
        query: async (text, values) => {
          if (isStalled && finishes.test(text)) await clock.sleep(10 * minute);
          isStalled ||= /from amend_keep\.attempt/.test(text);
          return store.query(text, values);
        },
      };
      await keeper.change('u', { phone });
      const late = keeperWith({ db: stalling }).reconcile({ userId: 'u', provider: 'machnet' });
      await clock.run(clock.now() + minute);
      await drain();
      await keeper.change('u', { phone: '+12105550199' });
      await drain();
      expect(await wait(late)).toEqual({ outcome: 'busy', nextAt: expect.any(Number) });
      expect(fakes[0]?.writes.map(({ user }) => user.phone)).toEqual([phone, '+12105550199']);
    });

    test('429: nobody asks before Retry-After is over', async () => {
      const { keeper, fakes, clock, fail, wait, drain } = await world(one);
      await drain();
      const before = fakes[0]?.requests() ?? 0;
      await keeper.change('u', { phone });
      fail(undefined, 'busy');
      await wait(keeper.tick());
      const [{ paused } = {}] = await keeper.overview();
      expect(paused).toMatchObject({ reason: 'rate' });
      expect(await wait(keeper.tick())).toBe(0);
      expect(await keeper.reconcile({ userId: 'u', provider: 'machnet' })).toMatchObject({ outcome: 'paused' });
      expect((fakes[0]?.requests() ?? 0) - before).toBe(2);
      await clock.run(clock.now() + 2_000);
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'kept' });
    });

    test('401: the provider is left alone but for a probe every five minutes, it is told, and no tries are burnt', async () => {
      const told: object[] = [];
      const { keeper, fakes, store, clock, failAlways, wait, drain } = await world(two, {
        onHeld: (held) => void told.push(held),
      });
      await drain();
      await keeper.change('u', { phone });
      failAlways('unauthorized');
      await wait(keeper.tick());
      const before = fakes[0]?.requests() ?? 0;
      for (let minutes = 0; minutes < 60; minutes += 1) {
        await clock.run(clock.now() + minute);
        await wait(keeper.tick());
      }
      expect((fakes[0]?.requests() ?? 0) - before).toBeLessThan(13);
      expect((await store.query('select tries, state from amend_keep.link')).rows).toEqual([
        { tries: 0, state: 'pending' },
        { tries: 0, state: 'pending' },
      ]);
      expect(told.filter((one) => 'userId' in one)).toEqual([]);
      expect(told).toContainEqual(expect.objectContaining({ provider: 'machnet', reason: 'credentials' }));
      failAlways(undefined);
      await drain(6 * minute);
      expect(await statesOf(keeper)).toEqual({ phone: 'kept' });
    });

    test('the status moves between read and send: refused, read again, and held as locked', async () => {
      const { keeper, fakes, drain } = await world(one, {
        afterRead: (account) => fakes[0]?.setStatus(account, 'verified'),
      });
      await keeper.change('u', { ...locked.patch, ...free.patch });
      await drain();
      expect(await statesOf(keeper)).toEqual({ [locked.field]: 'locked', [free.field]: 'kept' });
      const message = expect.stringContaining(`${locked.field} cannot change once the user is verified`);
      expect(await fieldsOf(keeper)).toContainEqual(expect.objectContaining({ field: locked.field, message }));
    });

    test.each(['webhook', 'recheck', 'person'])('locked: held, and freed by a %s', async (by) => {
      const { keeper, fakes, clock, drain } = await world(one);
      fakes[0]?.setStatus('a', 'verified');
      await keeper.change('u', locked.patch);
      await drain();
      expect(await statesOf(keeper)).toEqual({ [locked.field]: 'locked' });
      fakes[0]?.setStatus('a', 'unverified');
      await drain();
      expect(await statesOf(keeper)).toEqual({ [locked.field]: 'locked' });
      const event = { provider: 'machnet', id: 'a', verification: 'unverified', word: 'RETRY' } as const;
      if (by === 'webhook') expect(await keeper.statusChanged('machnet', event)).toBe(true);
      if (by === 'recheck') await clock.run(clock.now() + 1.1 * day);
      if (by === 'person') await keeper.decide('u', 'machnet', locked.field, 'retry');
      await drain();
      expect(await statesOf(keeper)).toEqual({ [locked.field]: 'kept' });
      expect(fakes[0]?.userOf('a')).toMatchObject(locked.patch);
    });

    test('a success that changed nothing: again, then held as not taken, and looked at a day later', async () => {
      const { keeper, fakes, clock, fail, drain } = await world(one);
      fakes[0]?.add('a', { status: 'UNVERIFIED', mobile_phone: '2105550100' });
      await drain();
      await keeper.change('u', { phone });
      fail(undefined, 'ignored', undefined, 'ignored', undefined, 'ignored');
      await drain();
      expect([await statesOf(keeper), fakes[0]?.writes.length]).toEqual([{ phone: 'not-taken' }, 0]);
      await clock.run(clock.now() + 1.2 * day);
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'kept' });
    });

    test('rejected although the plan was ready: once more, then held; what is new goes on', async () => {
      const { keeper, fail, drain } = await world(one);
      await drain();
      await keeper.change('u', { phone });
      fail(undefined, 'rejected', undefined, 'rejected');
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'rejected' });
      await keeper.change('u', { email });
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'rejected', email: 'kept' });
      await keeper.change('u', { phone: '+12105550199' });
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'kept', email: 'kept' });
    });

    test('a newer change while one is in flight: due at once, and the older value is superseded', async () => {
      const { keeper, fakes, clock, fail, drain } = await world(one);
      await drain();
      await keeper.change('u', { phone });
      fail(undefined, 'late');
      void keeper.tick();
      await clock.run(clock.now() + 1_500);
      await keeper.change('u', { phone: '+12105550199' });
      await drain();
      expect(fakes[0]?.writes.map(({ user }) => user.phone)).toEqual([phone, '+12105550199']);
      const states = (await keeper.audit('u')).map(({ fields }) => fields.machnet?.map(({ state }) => state));
      expect(states).toEqual([['superseded'], ['kept']]);
    });

    test('a hundred changes of one user at once: each is recorded, in one order, and the last is sent', async () => {
      const { keeper, fakes, drain } = await world(one);
      await drain();
      const all = Array.from({ length: 100 }, (_, index) => `+1210555${1000 + index}`);
      const made = await Promise.all(all.map((each) => keeper.change('u', { phone: each })));
      const versions = made.map(({ version }) => version);
      expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      await drain();
      const last = all[versions.indexOf(100)];
      expect([fakes[0]?.userOf('a').phone, fakes[0]?.writes.length]).toEqual([last, 1]);
      expect((await keeper.audit('u')).every(({ isErased }) => isErased)).toBe(true);
    });

    test('the caller rolls back: there is no change', async () => {
      const { keeper, store } = await world(one);
      const boom = new Error('boom');
      const rolledBack = store.transaction(async (tx) => {
        await keeper.change('u', { phone }, { tx });
        throw boom;
      });
      await expect(rolledBack).rejects.toBe(boom);
      expect(await keeper.audit('u')).toEqual([]);
      await store.transaction((tx) => keeper.change('u', { phone }, { tx }));
      expect(await keeper.audit('u')).toHaveLength(1);
    });

    test('one user whose requests always fail holds up nobody else', async () => {
      const { keeper, fakes, drain, clock } = await world(one);
      fakes[0]?.add('b', { status: 'UNVERIFIED' });
      await keeper.link('v', 'machnet', 'b');
      await drain();
      fakes[0]?.breakFor('a');
      await keeper.change('u', { phone });
      for (let hours = 0; hours < 3; hours += 1) {
        await keeper.change('v', { phone: `+1210555020${hours}` });
        await drain();
        await clock.run(clock.now() + 60 * minute);
      }
      expect(fakes[0]?.userOf('b').phone).toBe('+12105550202');
      expect(await keeper.held()).toMatchObject([{ userId: 'u', reason: 'unavailable' }]);
    });
  });

  describe(`${name}: what the provider has otherwise`, () => {
    const drifted = async (options: WorldOptions = {}) => {
      const made = await world(one, options);
      await made.keeper.change('u', { phone, email });
      await made.drain();
      made.fakes[0]?.add('a', { ...made.fakes[0].records.get('a'), mobile_phone: '2105550100' });
      return made;
    };

    test('is told by a check, and reported until it is as it was', async () => {
      const { keeper, fakes, wait } = await drifted();
      const [link] = await wait(keeper.check('u'));
      expect([link?.state, Object.keys(link?.drift ?? {})]).toEqual(['kept', ['phone']]);
      fakes[0]?.add('a', { ...fakes[0].records.get('a'), mobile_phone: phone.slice(2) });
      expect((await wait(keeper.check('u')))[0]?.drift).toEqual({});
    });

    test('is told too where it has nothing any more', async () => {
      const { keeper, fakes, wait } = await drifted();
      const { mobile_phone: _, ...others } = fakes[0]?.records.get('a') ?? {};
      fakes[0]?.add('a', others);
      const [link] = await wait(keeper.check('u'));
      expect([link?.read, Object.keys(link?.drift ?? {})]).toEqual(['done', ['phone']]);
      await keeper.decide('u', 'machnet', 'phone', 'take-theirs');
      expect((await wait(keeper.check('u')))[0]?.drift).toEqual({});
    });

    test('is not known while the provider does not answer, and a check says so', async () => {
      const { keeper, fail, wait } = await drifted();
      fail('reset');
      expect(await wait(keeper.check('u'))).toMatchObject([{ state: 'kept', drift: {}, read: 'failed' }]);
      expect(await wait(keeper.check('u'))).toMatchObject([{ drift: { phone: expect.any(Number) }, read: 'done' }]);
    });

    test('is not known where no call reads a user, and a check says so', async () => {
      const { keeper, wait, drain } = await world({ machnet: blind });
      await keeper.change('u', { phone });
      await drain();
      expect(await wait(keeper.check('u'))).toMatchObject([{ state: 'kept', drift: {}, read: 'impossible' }]);
    });

    test('is not known of a provider that another keeper has', async () => {
      const { keeperWith, wait } = await drifted();
      const other = keeperWith({ providers: { hpay: { user: hpayUser, client: {} as never } } });
      expect(await wait(other.check('u'))).toMatchObject([{ provider: 'machnet', drift: {}, read: 'failed' }]);
    });

    test('is not known of a provider that is left alone', async () => {
      const { keeper, failAlways, wait } = await drifted();
      failAlways('down');
      for (let count = 0; count < 3; count += 1) await wait(keeper.check('u'));
      expect(await wait(keeper.check('u'))).toMatchObject([{ drift: {}, read: 'failed', paused: {} }]);
    });

    test('is taken over, where somebody decides so', async () => {
      const { keeper, wait, drain } = await drifted();
      await wait(keeper.check('u'));
      await keeper.decide('u', 'machnet', 'phone', 'take-theirs');
      await drain();
      expect((await wait(keeper.check('u')))[0]?.drift).toEqual({});
    });

    test('is overwritten from what load gives, where somebody decides so', async () => {
      const asked: object[] = [];
      const { keeper, fakes, wait, drain } = await drifted({
        load: async () => ({ phone, email }),
        onDrift: (drift) => {
          asked.push(drift);
          return { phone: 'overwrite' };
        },
      });
      await wait(keeper.check('u'));
      await drain();
      expect(asked).toEqual([{ userId: 'u', provider: 'machnet', fields: ['phone'] }]);
      expect(fakes[0]?.userOf('a').phone).toBe(phone);
    });

    test('an effect after its deadline and settling time is found by the look an hour later', async () => {
      const { keeper, fakes, fail, drain } = await world(one);
      await drain();
      await keeper.change('u', { phone });
      fail(undefined, 'reset');
      await drain();
      fakes[0]?.add('a', { ...fakes[0].records.get('a'), mobile_phone: '2105550100' });
      await drain(90 * minute);
      expect(Object.keys((await keeper.status('u'))[0]?.drift ?? {})).toEqual(['phone']);
    });
  });

  describe(`${name}: who is not there yet`, () => {
    const address = { line1: '1 Main St', city: 'Austin', state: 'TX', postalCode: '78701', country: 'US' };
    const create = { firstName: 'Jane', lastName: 'Doe', phone, email, address };
    const kinds = { machnet: machnetIndividual };
    const account = { create, native: { type: 'SEND' } } as const;

    test('is created, with what changed meanwhile, and changed there from then on', async () => {
      const { keeper, fakes, drain } = await world(kinds);
      await keeper.link('v', 'machnet', account);
      await keeper.change('v', { phone: '+12105550199' });
      await drain();
      const [link] = await keeper.status('v');
      expect(link?.account).toMatch(/^made-/);
      expect(fakes[0]?.userOf(String(link?.account))).toMatchObject({ firstName: 'Jane', phone: '+12105550199' });
      await expect(keeper.link('v', 'machnet', account)).rejects.toMatchObject({ code: 'misuse' });
    });

    test('is not created twice by itself: in doubt a person links or retries', async () => {
      const { keeper, fakes, fail, drain, clock } = await world(kinds);
      await drain();
      await keeper.link('v', 'machnet', account);
      fail('lost');
      await drain();
      await clock.run(clock.now() + 1.2 * day);
      await drain();
      expect(await keeper.held()).toMatchObject([{ userId: 'v', reason: 'unknown' }]);
      await keeper.change('v', create);
      await drain();
      await clock.run(clock.now() + 1.2 * day);
      await drain();
      const made = [...(fakes[0]?.records.keys() ?? [])].filter((id) => id.startsWith('made-'));
      expect(made).toHaveLength(1);
      await keeper.link('v', 'machnet', String(made[0]));
      await drain();
      expect((await keeper.status('v'))[0]).toMatchObject({ account: made[0], state: 'kept' });
    });

    test('is looked up by what is unique, as it was sent, where a call does that', async () => {
      const { keeper, fakes, fail, drain, wait } = await world({ ingo: ingoUser });
      await drain();
      fakes[0]?.findBy((user: User) => user.email);
      await keeper.link('v', 'ingo', { create, native: { terms_accepted: true } });
      fail('lost');
      await wait(keeper.tick());
      await keeper.change('v', { email: 'v@example.com', phone: '+12105550199' });
      await drain();
      expect((await keeper.status('v'))[0]).toMatchObject({ account: expect.stringMatching(/^made-/), state: 'kept' });
      const other = { create: { ...create, email: 'w@example.com' }, native: { terms_accepted: true } };
      await keeper.link('w', 'ingo', other);
      fail('reset');
      await drain();
      expect(await keeper.held()).toMatchObject([{ userId: 'w', reason: 'unknown' }]);
    });

    test('is found in the list of all, where a call gives that', async () => {
      const { keeper, fakes, fail, drain } = await world({ hpay: hpayUser });
      fakes[0]?.add('b', { app_user_id: 'other', email });
      await drain();
      await keeper.link('v', 'hpay', { create: { ...create, externalId: 'v' } });
      fail('lost');
      await drain();
      expect((await keeper.status('v'))[0]).toMatchObject({ account: expect.stringMatching(/^made-/), state: 'kept' });
      await keeper.link('w', 'hpay', { create: { ...create, externalId: 'w' } });
      fail('reset');
      await drain();
      expect(await keeper.held()).toMatchObject([{ userId: 'w', reason: 'unknown' }]);
    });

    test('is found later than it was looked for, and goes on by itself', async () => {
      const { keeper, fakes, fail, drain, clock } = await world({ hpay: hpayUser });
      await drain();
      await keeper.link('v', 'hpay', { create: { ...create, externalId: 'v' } });
      fail('reset');
      await drain();
      expect(await keeper.held()).toMatchObject([{ userId: 'v', reason: 'unknown' }]);
      fakes[0]?.add('b', { app_user_id: 'v', email });
      await clock.run(clock.now() + 1.2 * day);
      await drain();
      expect((await keeper.status('v'))[0]).toMatchObject({ account: 'b', state: 'kept' });
      expect(fakes[0]?.userOf('b')).toMatchObject({ firstName: 'Jane', phone });
    });

    test('has what was added once, where it is found: whether it was is left to a person', async () => {
      const { keeper, fakes, fail, drain } = await world({ machnet: listed });
      await drain();
      await keeper.link('v', 'machnet', { ...account, create: { ...create, documents } });
      fail('lost');
      await drain();
      const [link] = await keeper.status('v');
      expect(link).toMatchObject({ account: expect.stringMatching(/^made-/), state: 'held', reason: 'unknown' });
      expect(link?.fields.filter(({ state }) => state !== 'kept').map(({ field }) => field)).toEqual([
        'documents.virtual[0]',
      ]);
      expect(fakes[0]?.userOf(String(link?.account)).documents?.virtual).toHaveLength(1);
    });

    test('has what was added once, where a webhook tells the account before an answer does', async () => {
      const { keeper, fakes, fail, drain, wait } = await world(kinds);
      await drain();
      await keeper.link('v', 'machnet', { ...account, create: { ...create, documents } });
      fail('lost');
      await wait(keeper.tick());
      const made = [...(fakes[0]?.records.keys() ?? [])].find((id) => id.startsWith('made-')) ?? '';
      await keeper.link('v', 'machnet', made);
      await drain();
      expect((await keeper.status('v'))[0]).toMatchObject({ account: made, state: 'held', reason: 'unknown' });
      expect(fakes[0]?.userOf(made).documents?.virtual).toHaveLength(1);
    });

    test('is refused at once if the provider could not create it', async () => {
      const { keeper } = await world(kinds);
      const refused = keeper.link('v', 'machnet', { create: { phone } });
      await expect(refused).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(/firstName/) });
      expect(await keeper.status('v')).toEqual([]);
    });

    test('is held if the provider knows no such account, and goes on at the right one', async () => {
      const { keeper, fakes, drain } = await world(kinds);
      await keeper.link('v', 'machnet', 'nobody');
      await keeper.change('v', { phone });
      await drain();
      const [link] = await keeper.status('v');
      expect(link).toMatchObject({ state: 'held', reason: 'not-found' });
      expect(link?.message).toBe('machnet knows no user by this account; link the user to the right one.');
      fakes[0]?.add('b', { status: 'UNVERIFIED' });
      await keeper.link('v', 'machnet', 'b');
      await drain();
      expect(fakes[0]?.userOf('b').phone).toBe(phone);
    });
  });

  describe(`${name}: what else is promised`, () => {
    test('a change that is made together waits with its locked field, and goes with it', async () => {
      const { keeper, fakes, drain } = await world(one);
      fakes[0]?.setStatus('a', 'verified');
      await keeper.change('u', { ...locked.patch, ...free.patch }, { together: true });
      await drain();
      expect(await statesOf(keeper)).toEqual({ [locked.field]: 'locked', [free.field]: 'together' });
      fakes[0]?.setStatus('a', 'unverified');
      await keeper.decide('u', 'machnet', '*', 'retry');
      await drain();
      expect(await statesOf(keeper)).toEqual({ [locked.field]: 'kept', [free.field]: 'kept' });
      expect(fakes[0]?.writes).toHaveLength(1);
    });

    test('what cannot be written is refused, and the rest goes on', async () => {
      const { keeper, drain } = await world(two);
      await keeper.change('u', { phone: 'nonsense', email });
      await drain();
      expect(await statesOf(keeper)).toEqual({ phone: 'refused', email: 'kept' });
      expect(await statesOf(keeper, 'hpay')).toEqual({ phone: 'refused', email: 'kept' });
    });

    test('with load, names alone are stored, and the value is the one of that moment', async () => {
      let current = phone;
      const { keeper, fakes, store, drain } = await world(one, { load: async () => ({ phone: current, email }) });
      await keeper.change('u', { phone });
      current = '+12105550199';
      await drain();
      expect(fakes[0]?.userOf('a').phone).toBe('+12105550199');
      await keeper.change('u', { ssn: '123456789', documents });
      await drain();
      expect(fakes[0]?.userOf('a').documents?.virtual).toHaveLength(2);
      expect((await store.query('select sealed from amend_keep.change where sealed is not null')).rows).toEqual([]);
    });

    test('what is held is told at every age, and stays', async () => {
      const told: number[] = [];
      const { keeper, fakes, clock, drain } = await world(one, {
        escalate: [60 * minute, day, 7 * day],
        onHeld: ({ since }) => void told.push(Math.round((clock.now() - since) / (60 * minute))),
      });
      fakes[0]?.setStatus('a', 'verified');
      await keeper.change('u', locked.patch);
      for (let hours = 0; hours < 240; hours += 1) {
        await drain(0);
        await clock.run(clock.now() + 60 * minute);
      }
      expect(told).toEqual([1, 24, 168]);
      expect(await statesOf(keeper)).toEqual({ [locked.field]: 'locked' });
    });

    test('a user who is erased leaves names and times, and nothing more is sent', async () => {
      const { keeper, fakes, store, drain, clock } = await world(one);
      fakes[0]?.setStatus('a', 'verified');
      await keeper.change('u', { ...locked.patch, ...free.patch });
      await drain();
      await keeper.erase('u');
      fakes[0]?.setStatus('a', 'unverified');
      await drain();
      await clock.run(clock.now() + 1.2 * day);
      await drain();
      expect(fakes[0]?.userOf('a')).not.toMatchObject(locked.patch);
      expect(await keeper.audit('u')).toMatchObject([{ isErased: true, fields: { machnet: [{}, {}] } }]);
      expect((await store.query('select data_key from amend_keep.person')).rows).toEqual([{ data_key: null }]);
      expect((await keeper.status('u'))[0]).toMatchObject({ state: 'erased', account: undefined });
      expect(await keeper.overview({ links: true })).toEqual([{ provider: 'machnet', links: 0, pending: 0, held: {} }]);
      await expect(keeper.change('u', { phone })).rejects.toMatchObject({ code: 'unknown-user' });
    });

    test('to link the same account again changes nothing, whatever is in doubt', async () => {
      const { keeper, fakes, clock, fail, wait, drain } = await world(one);
      fakes[0]?.setStatus('a', 'verified');
      await keeper.change('u', { documents, ...locked.patch });
      fail(undefined, 'lost');
      await wait(keeper.tick());
      expect((await keeper.status('u'))[0]?.state).toBe('held');
      await keeper.link('u', 'machnet', 'a');
      await clock.run(clock.now() + minute);
      await drain();
      expect(fakes[0]?.userOf('a').documents?.virtual).toHaveLength(1);
    });

    test('it runs until it is stopped, and then waits for what is on its way', async () => {
      const { keeper, fakes, clock, drain } = await world(one);
      await drain();
      const before = fakes[0]?.requests();
      const pass = async (): Promise<void> => {
        await new Promise((done) => setTimeout(done, 5));
        await clock.run(clock.now() + 50);
      };
      await keeper.change('u', { phone });
      keeper.run();
      keeper.run();
      while (fakes[0]?.requests() === before) await pass();
      const order: string[] = [];
      const stopped = keeper.stop().then(() => order.push('stopped'));
      await new Promise((done) => setTimeout(done, 20));
      order.push('still on its way');
      while (order.length < 2) await pass();
      await stopped;
      expect(order).toEqual(['still on its way', 'stopped']);
      expect(await statesOf(keeper)).toEqual({ phone: 'kept' });
      await keeper.stop();
    });

    test('keys rotate: what an older one sealed is sent, and what comes is wrapped by the new one', async () => {
      const { keeper, keeperWith, fakes, store, drain } = await world(one);
      await keeper.change('u', { phone });
      const k = new Uint8Array(32).fill(7);
      const newer = keeperWith({ seal: { current: 'k2', keys: { k, k2: new Uint8Array(32).fill(8) } } });
      await newer.change('u', { email });
      await drain(120_000, newer);
      expect(fakes[0]?.userOf('a')).toMatchObject({ phone, email });
      const [person] = (await store.query('select data_key from amend_keep.person')).rows;
      expect(String(person?.data_key)).toMatch(/^\["k2"/);
    });

    test('two workers whose own clocks are an hour apart agree by that of the database', async () => {
      const { keeper, keeperWith, fakes, clock, wait } = await world(one);
      await keeper.change('u', { phone, documents });
      const { now } = Date;
      const first = keeper.tick();
      Date.now = () => now() + 60 * minute;
      try {
        const second = keeperWith().tick();
        await clock.run(clock.now() + minute);
        expect([await wait(first), await wait(second)].toSorted()).toEqual([0, 1]);
      } finally {
        Date.now = now;
      }
      expect(fakes[0]?.writes).toHaveLength(1);
    });
  });
};
