import type { ContractOperation } from '@amend/contract';
import type { Caller, Clock } from './calls.ts';
import type { CheckedOperation, Standing } from './cells.ts';
import type { Provider } from './model.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';
import type { Pool } from './pool.ts';
import type { Records } from './records.ts';
import type { Book } from './state.ts';
import type { Schemas } from './trial.ts';

/** One update, in one status, on one user. */
export interface Trying {
  readonly provider: Provider;
  readonly checked: CheckedOperation;
  readonly operation: ContractOperation;
  readonly schemas: Schemas;
  readonly standing: Standing;
  readonly person: Person;
  readonly people: People;
  readonly pool: Pool;
  readonly caller: Caller;
  readonly records: Records;
  readonly book: Book;
  readonly clock: Clock;
  readonly changesOf?: ((id: string) => Promise<Readonly<Record<string, number>>>) | undefined;
}
