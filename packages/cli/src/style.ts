import { styleText } from 'node:util';
import type { Io } from './command.ts';
import { ownEscape } from './visible-io.ts';

type Format = Parameters<typeof styleText>[0];

/** How a text is laid out for whoever reads it. */
export interface Style {
  /** Colours a text, or leaves it as it is. */
  readonly paint: (format: Format, text: string) => string;
  /** Where lines are wrapped; endless if nobody reads along. */
  readonly columns: number;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** A text between codes that are told from all others when they are printed. */
const painted = (format: Format, text: string): string =>
  styleText(format, '|', { validateStream: false })
    .replaceAll('\u001b', ownEscape)
    .replace('|', () => text);

/** Colours only on a terminal, and not where `NO_COLOR` is set. Source: no-color.org. */
export const styleOf = ({ env, isTTY, columns }: Pick<Io, 'env' | 'isTTY' | 'columns'>): Style => {
  const isPlain = !isTTY || isSet(env.NO_COLOR) || env.TERM === 'dumb';
  return {
    paint: (format, text) => (isPlain ? text : painted(format, text)),
    columns: isTTY ? columns || 80 : Number.POSITIVE_INFINITY,
  };
};
