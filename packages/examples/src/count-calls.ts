import type { Observe } from '@amend/machnet';
import { Counter, Histogram, type Registry } from 'prom-client';

/** How long calls take, by what they came to, and how often they are repeated. */
export const countCalls = (registry: Registry): Observe => {
  const labels = { labelNames: ['provider', 'operation', 'kind'], registers: [registry] };
  const seconds = new Histogram({ ...labels, name: 'amend_call_duration_seconds', help: 'Calls, with all attempts.' });
  const repeats = new Counter({ ...labels, name: 'amend_call_repeats_total', help: 'Attempts that were repeated.' });
  return ({ provider, operation }) => ({
    attempt: ({ kind, retryIn }) => retryIn !== undefined && repeats.inc({ provider, operation, kind }),
    end: ({ kind = 'ok', milliseconds }) => seconds.observe({ provider, operation, kind }, milliseconds / 1000),
  });
};
