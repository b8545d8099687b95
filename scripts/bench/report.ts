/** What a figure should be. */
export type Aim = { readonly atMost: number } | { readonly atLeast: number };

/** A figure; `range` is the lowest and the highest of the rounds that `value` is the median of. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly range?: readonly [lowest: number, highest: number];
  readonly aim?: Aim;
}

/** What one bench found. */
export interface Report {
  readonly title: string;
  /** Of the rows; ratios have none. */
  readonly unit: string;
  readonly rows: readonly Row[];
  readonly ratios: readonly Row[];
}

/** Each contender's figures, one per round. */
export type Samples<Contender extends string> = Readonly<Record<Contender, readonly number[]>>;

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
};

const rowOf = (name: string, values: readonly number[]): Row => ({
  name,
  value: median(values),
  range: [Math.min(...values), Math.max(...values)],
});

export const rowsOf = (samples: Samples<string>): Row[] =>
  Object.entries(samples).map(([name, values]) => rowOf(name, values));

/** One contender against another, round by round, because a machine is not equally fast in all of them. */
export const ratioOf = <Contender extends string>(
  samples: Samples<Contender>,
  [one, other]: readonly [Contender, Contender],
  aim?: Aim,
): Row => ({
  ...rowOf(
    `${one} / ${other}`,
    samples[one].map((value, round) => value / (samples[other][round] ?? Number.NaN)),
  ),
  ...(aim && { aim }),
});

export const isMet = (value: number, aim: Aim): boolean =>
  'atMost' in aim ? value <= aim.atMost : value >= aim.atLeast;
