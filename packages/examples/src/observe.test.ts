import { createMachnet, type Observe } from '@amend/machnet';
import { createMock } from '@amend/mock';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterAll, expect, test } from 'vitest';
import { countCalls } from './count-calls.ts';
import { logCalls } from './log-calls.ts';
import { traceCalls } from './trace-calls.ts';

const mock = await createMock({ only: ['machnet'] });
afterAll(() => mock.close());

/** The address of a user that is there, and of one that is not. */
const paths = [mock.fixtures[0]?.id ?? '', '00000000-0000-4000-8000-000000000000'].map((user_id) => ({ user_id }));

/** A call that is repeated after an outage, and one that fails. */
const callWith = async (observe: Observe) => {
  let isDown = true;
  const machnet = createMachnet({
    clientId: 'CLIENT_ID',
    clientSecret: 'CLIENT_SECRET',
    baseUrl: 'http://localhost/machnet/v4',
    random: () => 0,
    observe,
    fetch: async (url, init) => {
      if (!isDown) return mock.fetch(url, init);
      isDown = false;
      return new Response('', { status: 503 });
    },
  });
  const results = [];
  for (const path of paths) results.push(await machnet.getUser({ path }));
  expect(results.map(({ ok, attempts }) => [ok, attempts])).toEqual([
    [true, 2],
    [false, 1],
  ]);
};

/** All that was written anywhere, which names nobody. */
const written: string[] = [];
afterAll(() => {
  expect(written).toHaveLength(3);
  for (const { user_id } of paths) expect(written.join()).not.toContain(user_id);
});

const begun = { provider: 'machnet', operation: 'getUser', method: 'GET', template: '/users/{user_id}' };

test('pino', async () => {
  const lines: string[] = [];
  await callWith(logCalls(pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) })));
  written.push(lines.join(''));
  const milliseconds = expect.any(Number);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: 40,
      msg: 'a call is repeated',
      ...begun,
      attempt: 1,
      status: 503,
      kind: 'unavailable',
      milliseconds,
      retryIn: 0,
    },
    { level: 30, msg: 'a call has ended', ...begun, attempts: 2, status: 200, isUncertain: false, milliseconds },
    {
      level: 50,
      msg: 'a call has ended',
      ...begun,
      attempts: 1,
      status: 404,
      kind: 'not-found',
      isUncertain: false,
      milliseconds,
    },
  ]);
});

test('OpenTelemetry', async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  await callWith(traceCalls(provider.getTracer('amend')));
  const spans = exporter.getFinishedSpans();
  written.push(JSON.stringify(spans.map(({ name, attributes, events, status }) => [name, attributes, events, status])));
  const common = { 'peer.service': 'machnet', 'http.request.method': 'GET', 'url.template': '/users/{user_id}' };
  expect(spans.map(({ name, attributes, events }) => ({ name, attributes, events: events.length }))).toEqual([
    {
      name: 'getUser',
      attributes: { ...common, 'http.request.resend_count': 1, 'http.response.status_code': 200 },
      events: 2,
    },
    {
      name: 'getUser',
      attributes: {
        ...common,
        'http.request.resend_count': 0,
        'http.response.status_code': 404,
        'error.type': 'not-found',
      },
      events: 1,
    },
  ]);
});

test('Prometheus', async () => {
  const registry = new Registry();
  await callWith(countCalls(registry));
  const text = await registry.metrics();
  written.push(text);
  expect(text.match(/^.*(_count|_repeats_total)\{.*$/gm)).toEqual([
    'amend_call_duration_seconds_count{provider="machnet",operation="getUser",kind="ok"} 1',
    'amend_call_duration_seconds_count{provider="machnet",operation="getUser",kind="not-found"} 1',
    'amend_call_repeats_total{provider="machnet",operation="getUser",kind="unavailable"} 1',
  ]);
});
