import type { Patch, SchemaFailure, User } from 'amend';

/** What is wrong with a change, and at which input; nothing if it was made. */
export type Issues = SchemaFailure['issues'];

/** What a form is made of, and where its patch goes. */
export interface ProfileProps {
  readonly user: User;
  readonly save: (patch: Patch) => Promise<Issues>;
}
