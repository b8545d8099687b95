import { compareDateTime, date_time } from '@stoplight/prism-http/dist/validator/validators/dateTime.js';
import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** What the checks know a format by; a time may be without a zone, as Prism takes it. */
export const formats: Readonly<Record<string, Format>> = {
  ...fullFormats,
  'date-time': { validate: date_time, compare: compareDateTime },
};
