import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Call, calls, createAny } from './calls.ts';
import { canaries, findCanaries, plantedCredentials } from './canaries.ts';
import { forms, isObject } from './forms.ts';
import { renderAll } from './renderings.ts';

// Wherever in a request a secret stands, and whatever becomes of it, no error repeats it.

type Place = readonly string[];

/** The places of all values in a body, its own included. */
const placesOf = (value: unknown, place: Place = []): Place[] => [
  place,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, child]) => placesOf(child, [...place, name]))
    : []),
];

const change = (value: unknown, [name, ...rest]: Place, make: (old: unknown) => unknown): unknown => {
  if (name === undefined) return make(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = change(copy[name], rest, make);
  return copy;
};

/** A key of letters alone passes for a misspelt field, and is named on purpose. */
const asKey = (canary: string): string => (/^[A-Za-z]+$/.test(canary) ? `${canary} 1` : canary);

/** What a careless caller may make of a value in the wrong place. */
const mistakes: Readonly<Record<string, (canary: string) => (old: unknown) => unknown>> = {
  'in place of it': (canary) => () => canary,
  'as a number': (canary) => () => Number(canary.replace(/\D/g, '')),
  'in a list': (canary) => () => [canary],
  'in an object': (canary) => () => ({ value: canary }),
  'as a key': (canary) => () => ({ [asKey(canary)]: 1 }),
  'as one more key': (canary) => (old) => ({ ...(old as object), [asKey(canary)]: canary }),
  'as one more value': (canary) => (old) => ({ ...(old as object), surplus: canary }),
  'within a text': (canary) => (old) => `${old} ${canary}`,
};

/** What the caller may get wrong beside the body. */
const besides: Readonly<Record<string, (canary: string) => object>> = {
  nothing: () => ({}),
  'in the path': (canary) => ({ path: { user_id: `../${canary}` } }),
  'as a key in the query': (canary) => ({ query: { [asKey(canary)]: {} } }),
  'as a value in the query': (canary) => ({ query: { limit: [canary] } }),
};

const json = (body: unknown, status: number) => new Response(JSON.stringify(body), { status });

/** What becomes of a request that is sent nevertheless. */
const outcomes: Readonly<Record<string, (call: Call, sent: unknown, canary: string) => Response>> = {
  'a success that echoes': (call, sent) => json({ ...(call.success as object), sent }, 200),
  'a refusal that echoes': (call, sent) => json({ ...(call.refusal as object), sent }, 400),
  'another shape that echoes': (_, sent, canary) => json({ [asKey(canary)]: sent, sent }, 200),
  'a text that echoes': (_, sent) => new Response(JSON.stringify(sent).slice(1)),
  // A parser's own message would quote it.
  'a text that begins with it': (_, __, canary) => new Response(`${canary} is no JSON`),
  'a failure that echoes': (_, sent, canary) => {
    const cause = Object.assign(new Error(canary), { sent, code: canary });
    throw Object.assign(new TypeError(`${canary} failed`, { cause }), { sent, code: canary });
  },
};

const withBodies = calls.filter(({ input }) => input.body !== undefined);

const scenario = fc.constantFrom(...withBodies).chain((call) =>
  fc.record({
    call: fc.constant(call),
    form: fc.constantFrom(...Object.keys(forms), 'as it is'),
    place: fc.constantFrom(...placesOf(call.input.body)),
    canary: fc.constantFrom(...canaries),
    mistake: fc.constantFrom(...Object.keys(mistakes)),
    outcome: fc.constantFrom(...Object.keys(outcomes)),
    validate: fc.constantFrom('on' as const, 'off' as const),
    beside: fc.constantFrom(...Object.keys(besides)),
  }),
);

test('no error repeats it', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(scenario, async ({ call, form, place, canary, mistake, outcome, validate, beside }) => {
      const client = createAny(
        call.provider,
        'http://127.0.0.1',
        {
          validate,
          retries: 0,
          fetch: async (_, init) => outcomes[outcome]?.(call, [init.headers, init.body], canary) ?? json({}, 500),
        },
        plantedCredentials,
      );
      const body = change(call.input.body, place, mistakes[mistake]?.(canary) ?? (() => undefined));
      const given = isObject(body) ? (forms[form]?.(body) ?? body) : body;
      const result = await client[call.id]?.({ ...call.input, body: given, ...besides[beside]?.(canary) });
      kinds.add(result?.ok ? 'ok' : (result?.error.kind ?? 'none'));
      const shown = result?.ok ? [client] : [client, result, result?.error];
      expect(findCanaries(shown.map(renderAll).join('\n'))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect([...kinds].sort()).toEqual(['invalid', 'malformed', 'network', 'ok', 'rejected']);
});
