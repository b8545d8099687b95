import type { Observe } from '@amend/machnet';
import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';

/** A span for each call, with its attempts as events; below the span that is active when the call begins. */
export const traceCalls =
  (tracer: Tracer): Observe =>
  ({ provider, operation, method, template }) => {
    const attributes = { 'peer.service': provider, 'http.request.method': method, 'url.template': template };
    const span = tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes });
    return {
      attempt: ({ attempt, status, kind }) =>
        span.addEvent('attempt', {
          'http.request.resend_count': attempt - 1,
          'http.response.status_code': status,
          'error.type': kind,
        }),
      end: ({ attempts, status, kind }) => {
        span.setAttributes({
          'http.request.resend_count': Math.max(0, attempts - 1),
          'http.response.status_code': status,
          'error.type': kind,
        });
        if (kind) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  };
