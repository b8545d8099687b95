import { canaries } from './canaries.ts';
import { deeply, forms } from './forms.ts';

// The ways in which a value may be handed over that is no plain object.

type Record_ = Readonly<Record<string, unknown>>;

/** Each property as a getter, its own or of its class. */
const withGetters = (target: object, value: object, read: (name: string) => unknown): object =>
  Object.defineProperties(
    target,
    Object.fromEntries(
      Object.keys(value).map((name) => [name, { enumerable: true, configurable: true, get: () => read(name) }]),
    ),
  );

class Person {}

const fail = (): never => {
  throw Object.assign(new Error(canaries.join()), { code: canaries[0], canaries });
};

/** What can be read, and says what the plain object says; by some ways nothing of it. */
export const readable: Readonly<Record<string, (value: object) => unknown>> = {
  'a plain object': (value) => value,
  ...forms,
  frozen: deeply((value) => Object.freeze(value)),
  'a toJSON beside other values': (value) => ({ ...value, ssn: canaries[1], surplus: canaries, toJSON: () => value }),
  'getters of a class': (value) =>
    Object.create(withGetters(new Person(), value, (name) => (value as Record_)[name])) as object,
  'a getter that says something else the second time': (value) => {
    const seen = new Set<string>();
    return withGetters({}, value, (name) => {
      const isFirst = !seen.has(name);
      seen.add(name);
      return isFirst ? (value as Record_)[name] : canaries;
    });
  },
};

/** What cannot be read, and says in its own words why. */
export const unreadable: Readonly<Record<string, (value: object) => unknown>> = {
  'a getter that throws': (value) => withGetters({}, value, fail),
  'a toJSON that throws': (value) => ({ ...value, toJSON: fail }),
  'a proxy that throws': (value) => new Proxy(value, { ownKeys: fail, get: fail, getOwnPropertyDescriptor: fail }),
  'a proxy that is revoked': (value) => {
    const { proxy, revoke } = Proxy.revocable(value, {});
    revoke();
    return proxy;
  },
  'a ring': (value) => {
    const ring: Record<string, unknown> = { ...value };
    ring.ring = ring;
    return ring;
  },
  'a big number': (value) => ({ ...value, ssn: BigInt(canaries[1] ?? '') }),
  'a text': (value) => JSON.stringify(value),
  'a list': (value) => Object.values(value),
  'a map': (value) => new Map(Object.entries(value)),
  'a function': () => fail,
  'a symbol': () => Symbol(canaries.join()),
};
