import type { Operation } from '@amend/contract';
import { isHeaderText } from './credentials.ts';
import { fieldName, type Issue } from './issues.ts';
import type { ReadCall } from './read-call.ts';

/** What is wrong with the headers that a caller gives: each that is needed, and no other. */
export const headerIssues = (given: readonly string[] = [], header: ReadCall['header']): Issue[] => {
  const values = new Map(header);
  const surplus = [...values.keys()].filter((name) => !given.includes(name));
  return [
    ...given.flatMap((name) =>
      isHeaderText(values.get(name))
        ? []
        : [{ path: `/header/${name}`, message: 'must be a text of visible ASCII characters' }],
    ),
    ...surplus.map((name) => ({
      path: `/header/${fieldName(name)}`,
      message: 'must be left out: there is no such header',
    })),
  ];
};

/** A key that no other call has; `randomUUID` is not everywhere. */
const newKey = (random: () => number): string => {
  const digits = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return globalThis.crypto?.randomUUID?.() ?? [digits(), digits(), digits(), digits()].join('');
};

/** The headers of a call beside those of its body and of who calls: the same for all attempts. */
export const callHeaders = (
  { retry, fixed }: Pick<Operation, 'retry' | 'fixed'>,
  { header, options }: Pick<ReadCall, 'header' | 'options'>,
  random: () => number,
): Readonly<Record<string, string>> | undefined => {
  const key = typeof retry === 'object' && 'idempotentBy' in retry ? retry.idempotentBy : undefined;
  if (!fixed && key === undefined && header.length === 0) return undefined;
  return {
    ...fixed,
    ...Object.fromEntries(header.map(([name, value]) => [name, String(value)])),
    ...(key !== undefined && { [key]: options.idempotencyKey ?? newKey(random) }),
  };
};
