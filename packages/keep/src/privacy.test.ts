import { metrics, trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { hpayUser } from 'amend/hpay';
import { ingoUser } from 'amend/ingo';
import { machnetIndividual } from 'amend/machnet';
import { stiltUser } from 'amend/stilt';
import { afterAll, expect, test } from 'vitest';
import type { Fault } from './testing/fake-provider.ts';
import { createWorld } from './testing/world.ts';

afterAll(() => {
  trace.disable();
  metrics.disable();
});

const planted = {
  firstName: 'Plantedfirst',
  lastName: 'Plantedlast',
  email: 'planted@example.com',
  phone: '+12105557391',
  dateOfBirth: '1971-03-09',
  ssn: '729461853',
  address: { line1: '77 Planted Rd', city: 'Plantedville', state: 'TX', postalCode: '78731', country: 'US' },
  documents: { virtual: [{ type: 'DRIVING_LICENCE', number: '90817263' }] },
};
const values = ['Planted', 'planted', '2105557391', '1971-03-09', '1971/03/09', '729461853', '90817263'];

test('no value stands in a table, a span, a gauge, a status, an error or what is told', async () => {
  const exporter = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  const measured: unknown[] = [];
  let observe: ((result: { observe: (...all: unknown[]) => void }) => Promise<void>) | undefined;
  const meter = {
    createCounter: (name: string) => ({ add: (...all: unknown[]) => measured.push([name, ...all]) }),
    createObservableGauge: (name: string) => ({ name }),
    addBatchObservableCallback: (callback: typeof observe) => {
      observe = callback;
    },
  };
  metrics.setGlobalMeterProvider({ getMeter: () => meter } as never);

  const seen: unknown[] = [];
  const kinds = { ingo: ingoUser, machnet: machnetIndividual, stilt: stiltUser, hpay: hpayUser };
  const { keeper, store, fakes, errors, clock, fail, drain, wait } = await createWorld(kinds, {
    onHeld: (held) => void seen.push(held),
    onDrift: (drift) => void seen.push(drift),
  });
  const look = async (): Promise<void> => {
    for (const table of ['person', 'link', 'change', 'delivery', 'attempt', 'pace', 'schema_version'])
      seen.push((await store.query(`select * from amend_keep.${table}`)).rows);
    seen.push(
      await keeper.status('u'),
      await keeper.audit('u'),
      await keeper.held(),
      await keeper.overview({ links: true }),
    );
    await observe?.({ observe: (...all) => measured.push(all) });
  };
  const faults: Fault[] = [
    'reset',
    'lost',
    'late',
    'broken',
    'broken-after',
    'busy',
    'ignored',
    'down',
    'rejected',
    'unauthorized',
  ];
  for (const fault of faults) {
    await keeper.change('u', planted).then((made) => seen.push(made.plans, made));
    fail(undefined, fault, fault, undefined, fault);
    await wait(keeper.tick());
    await look();
    await drain(400_000);
    for (const fake of fakes) fake.setStatus('a', fault === 'busy' ? 'verified' : 'unverified');
    fakes[1]?.add('a', { ...fakes[1].records.get('a'), mobile_phone: '2105550100' });
    await wait(keeper.check('u'));
    await look();
  }
  await clock.run(clock.now() + 2 * 86_400_000);
  await drain();
  const refusals = [
    keeper.change('u', { phone: 'Planted' }),
    keeper.change('x', planted),
    keeper.link('y', 'machnet', { create: { ...planted, email: 'planted' } }),
  ];
  for (const refused of refusals) await refused.catch((error: Error) => seen.push(error.message, error.stack));
  expect(seen.length).toBeGreaterThan(100);
  expect(exporter.getFinishedSpans().length).toBeGreaterThan(20);
  expect(measured.length).toBeGreaterThan(20);
  const spans = exporter
    .getFinishedSpans()
    .map(({ name, attributes, events, status }) => [name, attributes, events, status]);
  const text = JSON.stringify([seen, spans, measured, errors.map(String)]);
  expect(values.filter((value) => text.includes(value))).toEqual([]);
  const named = exporter.getFinishedSpans().flatMap(({ attributes }) => Object.keys(attributes));
  expect([...new Set(named)].toSorted()).toEqual(['outcome', 'provider']);
  expect(fakes[1]?.userOf('a').firstName).toBe('Plantedfirst');
});
