// A picture's reader has fonts of its own: these widths are those of the widest usual one (DejaVu Sans, Verdana).
const narrow = /[ .,:;'|!ijltfr()[\]-]/;
const wide = /[mwMW@%]/;
const capital = /[A-Z_0-9]/;

const ems = (sign: string): number => {
  if (narrow.test(sign)) return 0.42;
  if (wide.test(sign)) return 1;
  return capital.test(sign) ? 0.72 : 0.64;
};

/** About how wide a line is at most, in pixels. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + ems(sign), 0) * size;

/** The same in a font whose signs are all equally wide. */
export const codeWidth = (text: string, size: number): number => [...text].length * 0.61 * size;
