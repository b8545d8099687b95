import { type Plain, readPlain, unreadable } from './read-plain.ts';

/** What a plan is given, as code without types may give it. */
export interface PlanInput {
  readonly id?: unknown;
  readonly status?: unknown;
  readonly current?: unknown;
  readonly patch?: unknown;
  readonly native?: unknown;
  readonly onLocked?: unknown;
  readonly today?: unknown;
}

/** The same, as it was at the moment of reading. */
export type ReadInput = PlanInput & { readonly current?: Plain };

/** Reads one of what is given; also if that cannot be read. */
export const readPart = (source: unknown, name: keyof PlanInput): Plain => {
  try {
    return readPlain((source as PlanInput)[name]);
  } catch {
    return { value: unreadable, isWhole: false };
  }
};

/** Reads each part once. Never throws. */
export const readInput = (input: PlanInput): ReadInput => {
  const part = (name: keyof PlanInput): unknown => readPart(input, name).value;
  return {
    id: part('id'),
    status: part('status'),
    current: readPart(input, 'current'),
    patch: part('patch'),
    native: part('native'),
    onLocked: part('onLocked'),
    today: part('today'),
  };
};
