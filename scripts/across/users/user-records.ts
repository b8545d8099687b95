import { contracts, readModel } from '@amend/compiler/read';
import { usersAt } from '@amend/contract';

/** A user's record in an example answer. */
export interface UserRecord {
  readonly provider: string;
  /** Where it stands: contract, operation and example. */
  readonly where: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Every user in the examples of every contract's successes. */
export const userRecords: readonly UserRecord[] = contracts.flatMap(({ name: contract, provider }) =>
  readModel(contract).operations.flatMap(({ id, way, answers }) =>
    Object.entries(answers)
      .filter(([status]) => Number(status) < 300 && way)
      .flatMap(([, examples]) => Object.entries(examples))
      .flatMap(([name, body]) =>
        usersAt(way ?? [], body).map((record) => ({ provider, where: `${contract} ${id} ${name}`, record })),
      ),
  ),
);
