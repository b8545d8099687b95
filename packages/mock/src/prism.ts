import type { PrismHttpComponents, PrismHttpInstance } from '@stoplight/prism-http';

// Prism's types, under the names that its own documentation has for them.

export type PrismOperation = Parameters<PrismHttpInstance['request']>[1][number];
export type PrismProblem = Parameters<PrismHttpComponents['mock']>[0]['input']['validations'][number];

const nothing = () => {};

/** Prism describes each step of each request to its logger; half of its time goes there. */
export const silentLogger = {
  child: () => silentLogger,
  trace: nothing,
  debug: nothing,
  info: nothing,
  success: nothing,
  warn: nothing,
  error: nothing,
} as unknown as PrismHttpComponents['logger'];
