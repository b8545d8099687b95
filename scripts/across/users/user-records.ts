import { contracts } from '@amend/compiler/read';
import { readExamples } from '../../wire/contract-examples.ts';

/** A user's record in an example answer. */
export interface UserRecord {
  readonly provider: string;
  /** Where it stands: contract, operation and example. */
  readonly where: string;
  readonly record: Readonly<Record<string, unknown>>;
}

interface Envelope {
  readonly data?: readonly object[] | { readonly items?: readonly object[] };
}

/** The records in an answer, whatever envelope the provider puts them in. */
const recordsIn = (body: unknown): readonly object[] => {
  if (Array.isArray(body)) return body;
  const { data } = body as Envelope;
  if (data === undefined) return [body as object];
  return Array.isArray(data) ? data : ((data as { items?: readonly object[] }).items ?? []);
};

const isUser = (record: object): boolean => Object.hasOwn(record, 'id') || Object.hasOwn(record, 'uuid');

/** Every user in the examples of every contract's successes. */
export const userRecords: readonly UserRecord[] = contracts.flatMap((contract) =>
  readExamples(contract)
    .responses.filter(({ status }) => status < 300)
    .flatMap(({ operation, name, body }) =>
      recordsIn(body)
        .filter(isUser)
        .map((record) => ({
          provider: contract.provider,
          where: `${contract.name} ${operation} ${name}`,
          record: record as Record<string, unknown>,
        })),
    ),
);
