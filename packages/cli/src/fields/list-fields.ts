import { type FieldState, fieldsFor } from 'amend';
import type { Status } from '../account-flags.ts';
import type { Selected } from '../select-action.ts';

/** The fields of one action in some statuses: what `--json` prints. */
export interface FieldList {
  readonly provider: string;
  readonly type: string;
  readonly operation: string;
  /** Whether the provider states rules by status at all. */
  readonly documented: boolean;
  readonly statuses: readonly { readonly status: Status; readonly fields: readonly FieldState[] }[];
}

/** Where a provider holds no status, and for a create, there is nothing to tell apart. */
const statusesOf = ({ action }: Selected): readonly Status[] =>
  action.rules && action.reader.verification ? ['unverified', 'verified'] : ['unknown'];

/** The fields in one status, or in all that the provider tells apart. */
export const listFields = (selected: Selected, status: Status | undefined): FieldList => ({
  provider: selected.provider,
  type: selected.type,
  operation: selected.operation,
  documented: selected.action.rules?.documented ?? true,
  statuses: (status === undefined ? statusesOf(selected) : [status]).map((each) => ({
    status: each,
    fields: fieldsFor(selected.action, each),
  })),
});
