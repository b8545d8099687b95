/** What says what changes. */
export const patchFlags = {
  patch: { type: 'string' },
  set: { type: 'string', multiple: true },
  clear: { type: 'string', multiple: true },
  'on-locked': { type: 'string' },
} as const;

/** The same in help. */
export const patchHelp = `  --patch FILE      a change as a JSON object: {"phone": "+12105550132", "address": {"city": "Austin"}};
                    - reads it from standard input
  --set FIELD=VALUE one field of the change; not for the SSN and for documents, since others can see a command line
  --clear FIELD     a field that is to be empty
  --on-locked skip  leave locked fields out and send the rest; by default nothing is sent by half`;

/** The values of {@link patchFlags}. */
export interface PatchValues {
  readonly patch?: string | undefined;
  readonly set?: string[] | undefined;
  readonly clear?: string[] | undefined;
  readonly 'on-locked'?: string | undefined;
}
