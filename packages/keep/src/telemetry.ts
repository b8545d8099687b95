import { createRequire } from 'node:module';
import type { Overview } from './shown.ts';
import type { Reconciled } from './types.ts';

type Api = typeof import('@opentelemetry/api');

/** The application's own, if it has one: without it nothing is measured. */
const findApi = (): Api | undefined => {
  try {
    return createRequire(import.meta.url)('@opentelemetry/api') as Api;
  } catch {
    return undefined;
  }
};

const name = '@amend/keep';

/** Spans, a counter by outcome, and gauges by provider: `amend.keep.open`, `.held` and `.oldest`, in seconds. No user is named. */
export const createTelemetry = (overview: () => Promise<readonly Overview[]>, api = findApi()) => {
  const tracer = api?.trace.getTracer(name);
  const meter = api?.metrics.getMeter(name);
  const looks = meter?.createCounter('amend.keep.reconciles');
  const open = meter?.createObservableGauge('amend.keep.open');
  const held = meter?.createObservableGauge('amend.keep.held');
  const oldest = meter?.createObservableGauge('amend.keep.oldest', { unit: 's' });
  if (meter && open && held && oldest)
    meter.addBatchObservableCallback(
      async (result) => {
        for (const row of await overview()) {
          const { provider } = row;
          result.observe(open, row.pending, { provider });
          for (const [reason, count] of Object.entries(row.held)) result.observe(held, count, { provider, reason });
          result.observe(oldest, row.age ?? 0, { provider });
        }
      },
      [open, held, oldest],
    );
  return {
    /** One look at a link, as a span. */
    look: async <Looked extends Reconciled>(provider: string, work: () => Promise<Looked>): Promise<Looked> => {
      const span = tracer?.startSpan('amend.keep.reconcile', { attributes: { provider } });
      let outcome = 'error';
      try {
        const looked = await work();
        outcome = looked.outcome;
        return looked;
      } finally {
        span?.setAttribute('outcome', outcome).end();
        looks?.add(1, { provider, outcome });
      }
    },
  };
};
