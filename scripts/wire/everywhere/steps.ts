import { contracts, readModel } from '@amend/compiler/read';
import type { ContractModel, ContractOperation } from '@amend/contract';
import fc from 'fast-check';
import type { Step } from './play.ts';

/** A user whom the mock knows from the start. */
export interface Known {
  readonly provider: string;
  readonly id: string;
  readonly status?: string;
}

const models = contracts.map(({ name }) => readModel(name));

const json = { 'content-type': 'application/json' };

const oneOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const prefixOf = ({ provider, version }: ContractModel): string =>
  models.filter((model) => model.provider === provider).length > 1 ? `/${provider}/${version}` : `/${provider}`;

/** An example of a body, or the same with a property that is wrong, left out or too many. */
const bodyOf = (examples: readonly unknown[], ids: readonly string[]): fc.Arbitrary<string> =>
  fc
    .record({
      example: oneOf(examples),
      id: oneOf(ids),
      change: fc.option(fc.record({ at: fc.nat(), value: oneOf([undefined, null, 7, 'x', '', '<x>', [], {}]) })),
      surplus: fc.boolean(),
    })
    .map(({ example, id, change, surplus }) => {
      const body: Record<string, unknown> = structuredClone(example) as Record<string, unknown>;
      if ('user_id' in body) body.user_id = id;
      const names = Object.keys(body);
      if (change && names.length > 0) body[names[change.at % names.length] ?? ''] = change.value;
      if (change && surplus) body.surplus = 'x';
      return JSON.stringify(body);
    });

const callOf = (model: ContractModel, operation: ContractOperation, known: readonly Known[]): fc.Arbitrary<Step> => {
  const ids = [...known.filter(({ provider }) => provider === model.provider).map(({ id }) => id), 'nobody', 'a b'];
  const { body, method, path, answers, query } = operation;
  const hasBody = body !== undefined;
  const shown = Object.entries(answers).flatMap(([code, examples]) => [
    `code=${code}`,
    ...Object.keys(examples).map((name) => `code=${code}, example=${name}`),
  ]);
  const credentials = Object.fromEntries(
    Object.values(model.credentials)
      .filter((name) => hasBody || !/^content-/i.test(name))
      .map((name) => [name, 'any']),
  );
  return fc
    .record({
      id: oneOf(ids),
      body: hasBody ? bodyOf(Object.values(body.examples), ids) : fc.constant(undefined),
      prefer: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        {
          weight: 1,
          arbitrary: oneOf([...shown, 'rules=off', 'example=nope', 'dynamic=maybe', 'dynamic=true, seed=7']),
        },
      ),
      left: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, oneOf(Object.keys(credentials))),
      search: oneOf(['', '', ...query.flatMap(({ name }) => [`?${name}=1`, `?${name}=x`, `?${name}=`])]),
    })
    .map(({ id, body: sent, prefer, left, search }) => {
      const headers = { ...credentials, ...(sent !== undefined && json), ...(prefer && { prefer }) };
      const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== left));
      const at = path.replaceAll(/\{[^}]+\}/g, encodeURIComponent(id));
      return { method, path: prefixOf(model) + at + search, headers: kept, ...(sent !== undefined && { body: sent }) };
    });
};

const controls = (known: readonly Known[]): readonly Step[] => {
  const words = [...new Set(known.flatMap(({ status }) => status ?? []))];
  const ask = (method: string, path: string, body?: object): Step => ({
    method,
    path: `/__amend${path}`,
    headers: body ? json : {},
    ...(body && { body: JSON.stringify(body) }),
  });
  return [
    ask('POST', '/reset'),
    ask('GET', '/users?limit=1000'),
    ask('GET', '/users?limit=x'),
    ask('GET', '/faults'),
    ask('POST', '/faults', { status: 429, retryAfter: 2 }),
    ...Array.from({ length: 4 }, () => ask('POST', '/faults', { reset: true })),
    ask('POST', '/faults', { latency: 1 }),
    ask('POST', '/faults', { status: 418 }),
    ask('DELETE', '/faults'),
    ask('GET', '/requests'),
    ask('DELETE', '/requests'),
    ask('GET', '/routes'),
    ask('GET', '/nothing'),
    ...known.map(({ provider, id }, index) =>
      ask('PUT', `/users/${provider}/${encodeURIComponent(id)}/status`, { status: words[index % words.length] }),
    ),
  ];
};

/** The same calls again from the same seed: of every operation and of every control, in three sessions. */
export const stepsFrom = (seed: number, count: number, known: readonly Known[]): readonly Step[] => {
  const calls = models.flatMap((model) => model.operations.map((operation) => callOf(model, operation, known)));
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...calls) },
    { weight: 1, arbitrary: oneOf(controls(known)) },
    { weight: 1, arbitrary: oneOf(['/', '/nowhere']).map((path): Step => ({ method: 'GET', path, headers: {} })) },
  );
  const inSession = fc.record({ step, session: oneOf([undefined, undefined, 'one', 'two', 'no name']) });
  return fc.sample(inSession, { seed, numRuns: count }).map(({ step: { headers, ...rest }, session }) => ({
    ...rest,
    headers: { ...headers, ...(session && { 'x-amend-session': session }) },
  }));
};

/** The calls of providers, at the addresses that their contracts name: `path` is the whole of it. */
export const atHome = (steps: readonly Step[]): readonly { readonly here: Step; readonly there: Step }[] =>
  steps.flatMap((here, index) => {
    const model = models.find((each) => here.path.startsWith(`${prefixOf(each)}/`));
    const server = model?.servers[index % model.servers.length];
    if (!model || server === undefined) return [];
    return [{ here, there: { ...here, path: server + here.path.slice(prefixOf(model).length) } }];
  });
