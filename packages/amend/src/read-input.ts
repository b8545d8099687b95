import { type Plain, readPlain, unreadable } from './read-plain.ts';

/** What a plan is given beside `current`, as code without types may give it. */
export interface PlanInput {
  readonly id: unknown;
  readonly status: unknown;
  readonly patch: unknown;
  readonly native: unknown;
  readonly onLocked: unknown;
  readonly today: unknown;
}

const nothing: Plain = { value: undefined, isWhole: true };

const readPart = (source: unknown, name: string): Plain => {
  try {
    const value: unknown = (source as Record<string, unknown>)[name];
    return value === undefined ? nothing : readPlain(value);
  } catch {
    return { value: unreadable, isWhole: false };
  }
};

/** Reads each part of an input once, as it is at that moment. Never throws. */
export const readInput = (input: unknown): PlanInput => ({
  id: readPart(input, 'id').value,
  status: readPart(input, 'status').value,
  patch: readPart(input, 'patch').value,
  native: readPart(input, 'native').value,
  onLocked: readPart(input, 'onLocked').value,
  today: readPart(input, 'today').value,
});

/** The user as the provider has it, and whether that is all of it. Never throws. */
export const readCurrent = (input: unknown): Plain => readPart(input, 'current');
