import type { Column } from 'amend/matrix';

/** Neighbouring columns under one heading. */
export interface Span {
  readonly heading: string;
  readonly provider: string;
  /** The places of its first column and its last one. */
  readonly first: number;
  readonly last: number;
}

/** Neighbouring columns of one provider, or of one variant of it. */
export const spansOf = (columns: readonly Column[], by: 'provider' | 'variant'): Span[] => {
  const isSame = (one: Column | undefined, other: Column): boolean =>
    one?.provider === other.provider && one[by] === other[by];
  const starts = [...columns.keys()].filter((index) => !isSame(columns[index - 1], columns[index] as Column));
  return starts.map((first, index) => {
    const { provider, [by]: heading = '' } = columns[first] as Column;
    return { heading, provider, first, last: (starts[index + 1] ?? columns.length) - 1 };
  });
};

/** What a column is, in words. */
export const columnName = ({ provider, variant, status }: Column): string =>
  [provider, variant, status].filter((word) => word !== undefined).join(' ');
