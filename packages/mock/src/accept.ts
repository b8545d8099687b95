/** Whether a caller takes JSON. */
export const acceptsJson = (accept: string | undefined): boolean =>
  accept === undefined || /(?:^|,)\s*(?:\*\/\*|application\/(?:\*|json))\s*(?:$|[,;])/i.test(accept);
