import type { FlagTable } from './command.ts';

/** What says what changes. */
export const patchFlags = {
  patch: {
    type: 'string',
    value: 'FILE',
    about: 'a change as a JSON object, {"address": {"city": "Austin"}}; - reads it from standard input',
    words: 'file',
  },
  set: {
    type: 'string',
    multiple: true,
    value: 'FIELD=VALUE',
    about: 'one field of the change; not for the SSN and for documents, since others can see a command line',
  },
  clear: { type: 'string', multiple: true, value: 'FIELD', about: 'a field that is to be empty' },
  'on-locked': {
    type: 'string',
    value: 'skip',
    about: 'leave locked fields out and send the rest; by default nothing is sent by half',
    words: ['refuse', 'skip'],
  },
} as const satisfies FlagTable;

/** The values of {@link patchFlags}. */
export interface PatchValues {
  readonly patch?: string | undefined;
  readonly set?: string[] | undefined;
  readonly clear?: string[] | undefined;
  readonly 'on-locked'?: string | undefined;
}
