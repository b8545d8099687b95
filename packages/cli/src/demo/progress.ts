import type { Io } from '../command.ts';

/** Says what is being waited for, once that takes longer than a second. */
export const withProgress = async <Value>(
  what: string,
  work: () => Promise<Value>,
  { stderr }: Pick<Io, 'stderr'>,
): Promise<Value> => {
  const timer = setTimeout(() => stderr(`${what} …`), 1000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
};
