import type { State } from 'amend/matrix';

/** The size of a cell's ground; a sign stands in its middle, which is the origin. */
export const cellSize = { width: 58, height: 18 };

const rect = (style: string, inset: number): string => {
  const [width, height] = [cellSize.width - inset, cellSize.height - inset];
  return `<rect class="${style}" x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="4"/>`;
};
const ground = rect('ground', 0);
const tick = '<path class="stroke" d="M-5 .5-1.5 4 5.5-4"/>';

/** One sign for each state, which is told by its shape alone, too. */
export const signs: { readonly [Name in State]: string } = {
  editable: ground + tick,
  undocumented: rect('ground dashed', 1) + tick,
  'by-kind': `${ground}<circle class="stroke" r="5.2"/><path class="fill" d="M0-5.2A5.2 5.2 0 0 0 0 5.2Z"/>`,
  locked: `${ground}<path class="stroke" d="M-2.8-1V-3a2.8 2.8 0 0 1 5.6 0v2"/><rect class="fill" x="-4.8" y="-1.2" width="9.6" height="7" rx="1.4"/>`,
  never: `${ground}<circle class="stroke" r="5.6"/><path class="stroke" d="M-3.9 3.9 3.9-3.9"/>`,
  echo: `${ground}<path class="stroke" d="M-5-2.4H5M-5 2.4H5"/>`,
  absent: '<circle class="fill" r="1.4"/>',
};
