import { type FieldState, fieldsFor, type StatusWord } from 'amend';
import { statusesFor } from 'amend/matrix';
import type { FoundOperation } from 'amend/providers';

/** The fields of one operation in some statuses: what `--json` prints. */
export interface FieldList {
  readonly provider: string;
  readonly type: string;
  readonly operation: string;
  /** Whether the provider states rules by status at all. */
  readonly documented: boolean;
  readonly statuses: readonly { readonly status: StatusWord; readonly fields: readonly FieldState[] }[];
}

/** Where a provider holds no status, and for a create, there is nothing to tell apart. */
const statusesOf = ({ operation }: FoundOperation): readonly StatusWord[] =>
  operation.rules && operation.reader.verification ? statusesFor(operation).map(([, word]) => word) : ['unknown'];

/** The fields in one status, or in all that the provider tells apart. */
export const listFields = (selected: FoundOperation, status: StatusWord | undefined): FieldList => ({
  provider: selected.provider,
  type: selected.type,
  operation: selected.name,
  documented: selected.operation.rules?.documented ?? true,
  statuses: (status === undefined ? statusesOf(selected) : [status]).map((each) => ({
    status: each,
    fields: fieldsFor(selected.operation, each),
  })),
});
