import type { Queryable, Store } from '../store.ts';
import type { Clock } from './clock.ts';
import type { Fake } from './fake-provider.ts';

/** One for all deaths: there are thousands, and nobody looks where one was. */
const crash = new Error('The worker died.');
const never = <Result>(): Promise<Result> => new Promise(() => undefined);

/** What a worker lives in: it dies at any step, or stands still for longer than its lease. */
export const createLife = (clock: Clock, random: () => number, chances: { crash: number; stall: number }) => {
  let end = (): void => {};
  const died = new Promise<'dead'>((resolve) => {
    end = () => resolve('dead');
  });
  const life = { isDead: false, stalls: 0, died };
  const dies = (): boolean => {
    if (!life.isDead && random() < chances.crash) {
      life.isDead = true;
      end();
    }
    return life.isDead;
  };
  const step = async (): Promise<void> => {
    if (dies()) return never();
    if (random() >= chances.stall) return;
    life.stalls += 1;
    await clock.sleep(10_000 + random() * 60_000);
    if (life.isDead) return never();
  };
  const inside = (tx: Queryable): Queryable => ({
    query: async (text, values) => {
      if (dies()) throw crash;
      return tx.query(text, values);
    },
  });
  const around = (store: Store): Store => ({
    ...store,
    query: async (text, values) => {
      await step();
      const result = await store.query(text, values);
      await step();
      return result;
    },
    transaction: async (work) => {
      await step();
      try {
        const result = await store.transaction(async (tx) => {
          const made = await work(inside(tx));
          if (dies()) throw crash;
          return made;
        });
        await step();
        return result;
      } catch (error) {
        if (error === crash) return never();
        throw error;
      }
    },
  });
  /** A request goes on at the provider, though nobody hears of its end. */
  const calls = (client: Fake['client']): Fake['client'] => {
    const own = client as unknown as Record<string | symbol, unknown>;
    const entries = Reflect.ownKeys(own).map((name) => {
      const method = own[name];
      if (typeof method !== 'function') return [name, method] as const;
      return [
        name,
        async (...given: unknown[]) => {
          // A request that leaves after its deadline is what nobody can prevent; so nothing stands still here.
          if (dies()) return never();
          const answer = await method(...given);
          await step();
          return answer;
        },
      ] as const;
    });
    return Object.fromEntries(entries) as unknown as Fake['client'];
  };
  return { life, around, calls };
};
