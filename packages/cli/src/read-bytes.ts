import { constants } from 'node:buffer';

/** As many bytes as a text has room for. */
const mostBytes = constants.MAX_STRING_LENGTH;

/** The bytes of a stream, which may have no end: one that holds more than a text can is left there. */
export const readBytes = async (stream: AsyncIterable<Uint8Array>, most = mostBytes): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > most) throw Object.assign(new RangeError('Too large.'), { code: 'ERR_STRING_TOO_LONG' });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};
