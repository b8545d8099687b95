import { randomUUID } from 'node:crypto';
import type { Io } from './command.ts';

/** What a terminal obeys, or does not show: control and direction signs, and more. Two joiners belong to scripts. */
const steering = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u200c\u200d]]/gv;
const steeringBeyondLines = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u200c\u200d\n]]/gv;

/** A text of whatever origin on one line, as long as before: signs that steer a terminal are question marks. */
export const onOneLine = (text: string): string => text.replaceAll(steering, '?');

/** Stands for the escape of a colour until it is printed: nobody else's text holds it. */
export const ownEscape = `\u001b${randomUUID()}`;

const escaped = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** As JSON escapes it, so that JSON stays what it is, and any other text shows what stands there. */
const visible = (text: string): string =>
  text
    .split(ownEscape)
    .map((part) => part.replaceAll(steeringBeyondLines, escaped))
    .join('\u001b');

/** An {@link Io} by which nothing but line ends and the colours of `paint` reaches a terminal or a file unescaped. */
export const visibleIo = (io: Io): Io => ({
  ...io,
  stdout: (text) => io.stdout(visible(text)),
  stderr: (text) => io.stderr(visible(text)),
  writeFile: (path, text, options) => io.writeFile(path, visible(text), options),
});
