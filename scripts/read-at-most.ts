import { closeSync, openSync, readSync } from 'node:fs';

/** The most bytes of a provider's document: none comes near, and it would be read for minutes. */
export const longestDocument = 9_000_000;

/** The text of a file; nothing if it has more bytes than so many, as a device has, which has no end. @throws if there is none. */
export const readAtMost = (file: string, most: number): string | undefined => {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(most + 1);
    let size = 0;
    for (let came = 1; came > 0 && size <= most; size += came)
      came = readSync(opened, bytes, size, bytes.length - size, null);
    return size > most ? undefined : bytes.toString('utf8', 0, size);
  } finally {
    closeSync(opened);
  }
};
