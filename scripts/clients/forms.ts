export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same at every level, so that the parts of a body are handed in like the whole. */
export const deeply = (make: (value: object) => object): ((value: unknown) => unknown) => {
  const change = (value: unknown): unknown => {
    if (!isObject(value)) return value;
    const changed = Array.isArray(value)
      ? value.map(change)
      : Object.fromEntries(Object.entries(value).map(([name, child]) => [name, change(child)]));
    return make(changed);
  };
  return change;
};

/** Forms in which a program may hold a body that is sent as the plain one is. */
export const forms: Readonly<Record<string, (body: object) => unknown>> = {
  'a class with its own fields': (body) => Object.assign(new (class Model {})(), body),
  'a toJSON': (body) => ({ toJSON: () => body }),
  'a toJSON that leaves out what must not be sent': (body) => ({ api_key: 'k', unheard_of: 1, toJSON: () => body }),
  'a toJSON at every level': deeply((value) => ({ unheard_of: 1, toJSON: () => value })),
  'a proxy at every level': deeply((value) => new Proxy(value, {})),
  'getters at every level': deeply((value) =>
    Array.isArray(value)
      ? value
      : Object.defineProperties(
          {},
          Object.fromEntries(
            Object.entries(value).map(([name, child]) => [name, { enumerable: true, get: () => child }]),
          ),
        ),
  ),
  'fields that are not enumerable beside it': (body) => Object.defineProperty({ ...body }, 'api_key', { value: 'k' }),
  'lists with properties of their own': deeply((value) =>
    Array.isArray(value) ? Object.assign(value, { api_key: 'k' }) : value,
  ),
  'no prototype at any level': deeply((value) =>
    Array.isArray(value) ? value : Object.assign(Object.create(null), value),
  ),
};
