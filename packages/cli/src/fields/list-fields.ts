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
  /** Each by its name: ours, or words of the provider's that no rule tells apart, with commas between them. */
  readonly statuses: readonly { readonly status: string; readonly fields: readonly FieldState[] }[];
}

/** Where a provider holds no status, and for a create, there is nothing to tell apart. */
const statusesOf = ({ operation }: FoundOperation): ReturnType<typeof statusesFor> =>
  operation.rules && operation.reader.verification ? statusesFor(operation) : [['unknown', 'unknown']];

/** The fields in one status, or in all that the provider tells apart. */
export const listFields = (selected: FoundOperation, status: StatusWord | undefined): FieldList => ({
  provider: selected.provider,
  type: selected.type,
  operation: selected.name,
  documented: selected.operation.rules?.documented ?? true,
  statuses: (status === undefined ? statusesOf(selected) : [[status, status] as const]).map(([name, word]) => ({
    status: name,
    fields: fieldsFor(selected.operation, word),
  })),
});
