import { stateNames } from 'amend/matrix';
import { expect, test } from 'vitest';
import { dark, light, type Palette } from './palette.ts';

/** Relative luminance. Source: WCAG 2.2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

test('the measure is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

// WCAG AA: 4.5 for text, 3 for signs.
test.each<[name: string, Palette]>([
  ['light', light],
  ['dark', dark],
])('%s: every text and sign can be read', (_, { page, band, text, muted, states }) => {
  for (const ground of [page, band])
    for (const ink of [text, muted]) expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  for (const name of stateNames) {
    const { mark, ground } = states[name];
    expect(contrast(mark, ground), name).toBeGreaterThanOrEqual(3);
  }
});
