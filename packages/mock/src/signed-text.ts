import { TextDecoder } from 'node:util';
import type { MockRequest } from './exchange.ts';

// A mark of byte order is part of what was signed.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The body of a request, as far as it is UTF-8, sign by sign as it came. */
export const signedText = ({ body }: MockRequest): string => utf8.decode(body);
