import { randomUUID } from 'node:crypto';
import { visible } from '@amend/client/visible';
import type { Io } from './command.ts';

/** Stands for the escape of a colour until it is printed: nobody else's text holds it. */
export const ownEscape = `\u001b${randomUUID()}`;

const shown = (text: string): string => text.split(ownEscape).map(visible).join('\u001b');

/** An {@link Io} by which nothing but line ends and the colours of `paint` reaches a terminal or a file unescaped. */
export const visibleIo = (io: Io): Io => ({
  ...io,
  stdout: (text) => io.stdout(shown(text)),
  stderr: (text) => io.stderr(shown(text)),
  writeFile: (path, text, options) => io.writeFile(path, shown(text), options),
});
