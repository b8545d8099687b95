/** Longer texts are cut: a contract may say anything at any length. */
const longest = 600;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text of anybody's as text, on one line and in a cell: no markup, no HTML, and on GitHub no mention of a person and
 * no number of an issue.
 */
export const plain = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return short
    .replace(/[&<>]/g, (sign) => entities[sign] ?? '')
    .replace(/[\\`*_[\]|~!]/g, '\\$&')
    .replace(/(?<!\w)@|#(?=\d)/g, '$&&#8203;');
};

/** A name or a place in a code span, where it is no more than that. */
export const code = (text: string): string => (/^[\w./:#~{}@*-]{1,400}$/.test(text) ? `\`${text}\`` : plain(text));

/** A table, each cell Markdown already; nothing without rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return rows.length === 0 ? [] : [line(head), line(head.map(() => '---')), ...rows.map(line)];
};

/** As many lines as fit in so many bytes; the last tells how many are missing, and where they are. */
export const fit = (lines: readonly string[], bytes: number, rest: (missing: number) => string): string => {
  const sizes = lines.map((line) => Buffer.byteLength(line) + 1);
  if (sizes.reduce((sum, size) => sum + size, 0) <= bytes) return lines.join('\n');
  const room = bytes - Buffer.byteLength(rest(lines.length)) - 2;
  let used = 0;
  const end = sizes.findIndex((size) => {
    used += size;
    return used > room;
  });
  return [...lines.slice(0, end), '', rest(lines.length - end)].join('\n');
};
