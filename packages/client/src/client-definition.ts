import type { OperationTable, OperationValidators } from '@amend/contract';
import type { Issue } from './issues.ts';
import type { Sign } from './send.ts';

/** A contract, ready to be called. */
export interface ClientDefinition<Operations> {
  readonly provider: string;
  readonly baseUrl: string;
  readonly operations: OperationTable<Operations>;
  readonly validators: { readonly [Id in keyof Operations]: OperationValidators };
  readonly sign: Sign;
  /** What is added to each address: credentials, which are no part of what a request shows. */
  readonly query?: Readonly<Record<string, string>>;
  /** Has credentials made anew that were refused; whether a call is worth another try with them. */
  readonly renew?: () => boolean;
  /** Whether the signature holds the time, so that a wrong clock is a reason to be refused. */
  readonly signsTime?: boolean;
  /** Turns the caller's body, plain JSON by now, into the one that is sent, or says what is wrong with it. */
  readonly prepare?: (body: unknown) => Promise<{ body: unknown } | { issues: Issue[] }>;
  /** Body fields that the provider accepts and that this client never sends, such as a copy of a credential. */
  readonly ownFields?: readonly string[];
}
