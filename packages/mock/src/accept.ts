import { ProblemJsonError } from '@stoplight/prism-http/dist/types.js';

/** Whether a caller takes JSON. Prism would throw at an `Accept` that it cannot parse. */
export const acceptsJson = (accept: string | undefined): boolean =>
  accept === undefined || /(?:^|,)\s*(?:\*\/\*|application\/(?:\*|json))\s*(?:$|[,;])/i.test(accept);

/** What is said to who does not. */
export const notAcceptable = ProblemJsonError.fromTemplate(
  { type: 'NOT_ACCEPTABLE', title: 'Not acceptable', status: 406 },
  'Every answer is JSON, and the Accept header asks for something else.',
);
