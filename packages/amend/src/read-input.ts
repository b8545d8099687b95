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

/** What stands under a name, as it is; also if that cannot be read. */
const partOf = (source: unknown, name: string): unknown => {
  try {
    return (source as Record<string, unknown>)[name];
  } catch {
    return unreadable;
  }
};

const readPart = (source: unknown, name: string): unknown => {
  const value = partOf(source, name);
  return value === undefined || typeof value === 'string' ? value : readPlain(value).value;
};

/** Reads each part of an input once, as it is at that moment. Never throws. */
export const readInput = (input: unknown): PlanInput => ({
  id: readPart(input, 'id'),
  status: readPart(input, 'status'),
  patch: readPart(input, 'patch'),
  native: readPart(input, 'native'),
  onLocked: readPart(input, 'onLocked'),
  today: readPart(input, 'today'),
});

const nobody: Plain = { value: undefined, isWhole: true };

/** The user as the provider has it, and whether that is all of it. Never throws. */
export const readCurrent = (input: unknown): Plain => {
  const value = partOf(input, 'current');
  return value === undefined ? nobody : readPlain(value);
};
