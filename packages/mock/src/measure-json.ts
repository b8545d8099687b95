/** What reading a JSON text would cost. */
export interface JsonSize {
  /** How many values it may hold, counted by its commas and brackets. */
  readonly values: number;
  /** How many levels deep it is nested. */
  readonly depth: number;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Looks once at each byte, before anything that is costly or recursive sees the text; what is no JSON has a size too. */
export const measureJson = (utf8: Uint8Array): JsonSize => {
  let values = 1;
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < utf8.length; at += 1) {
    const byte = utf8[at] ?? 0;
    if (byte === quote) inString = !inString;
    else if (inString) at += byte === backslash ? 1 : 0;
    else if (byte === comma) values += 1;
    else if (opening.has(byte)) {
      values += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (closing.has(byte)) depth -= 1;
  }
  return { values, depth: deepest };
};
