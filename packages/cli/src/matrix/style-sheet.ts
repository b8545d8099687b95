import { stateNames } from 'amend/matrix';
import { dark, light, type Palette } from './palette.ts';

// Written out for both backgrounds, because some renderers of SVG know no variables.
const colours = ({ page, band, line, text, muted, states }: Palette): string =>
  [
    `.page{fill:${page};stroke:${line}}`,
    `.band{fill:${band}}`,
    `.line{stroke:${line}}`,
    `.text{fill:${text}}`,
    `.muted{fill:${muted}}`,
    ...stateNames.map((name) => {
      const { mark, ground } = states[name];
      return `.${name} .ground{fill:${ground}}.${name} .dashed,.${name} .stroke{stroke:${mark}}.${name} .fill{fill:${mark}}`;
    }),
  ].join('\n');

/** The size of each kind of text, in pixels. */
export const fontSize = { title: 20, lead: 13, provider: 14, variant: 12, status: 11, group: 12, field: 12, note: 12 };

const fonts = Object.entries(fontSize).map(([name, size]) => `.${name}{font-size:${size}px}`);

/** How the picture looks, on light pages and on dark ones. */
export const styleSheet = [
  "text{font-family:-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans',Helvetica,Arial,sans-serif}",
  ".field{font-family:ui-monospace,SFMono-Regular,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace}",
  '.title,.provider,.group{font-weight:600}',
  '.middle{text-anchor:middle}',
  '.line,.stroke{fill:none}',
  '.stroke{stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}',
  '.dashed{stroke-width:1;stroke-dasharray:3 2.5}',
  ...fonts,
  colours(light),
  `@media (prefers-color-scheme:dark){\n${colours(dark)}\n}`,
].join('\n');
