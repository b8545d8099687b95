import { nounOf } from './name-operation.ts';
import { contentOf, type VendorOperation } from './operations.ts';
import { namesBelow } from './properties.ts';
import type { Source } from './source.ts';

/** What a person, a company or the holder of an account is called, in one path or another. */
const holders =
  /person|people|individual|customer|user|account|client|member|merchant|seller|contact|entit|compan|business|organi[sz]ation|holder|recipient|beneficiar|applicant|profile|payee|sender|consumer|owner|representative/i;

const verbs = /update|patch|edit|modify|change|replace|put/i;

/** What says that a body is about somebody, in lower case and without signs. */
const ofPersons = new Set([
  ...['firstname', 'givenname', 'lastname', 'familyname', 'surname', 'fullname', 'legalname', 'businessname', 'name'],
  ...[
    'companyname',
    'email',
    'emailaddress',
    'emails',
    'phone',
    'phonenumber',
    'phones',
    'mobile',
    'dateofbirth',
    'dob',
  ],
  ...['birthdate', 'address', 'addresses', 'postalcode', 'zip', 'ssn', 'taxid', 'nationality'],
]);

export interface Candidate extends VendorOperation {
  /** What its body holds that speaks of a person. */
  readonly fields: readonly string[];
}

/** Every operation that looks like an update of a person, a company or an account holder; the likeliest first. */
export const findUpdates = (source: Source, operations: readonly VendorOperation[]): readonly Candidate[] =>
  operations
    .flatMap((operation): (Candidate & { score: number })[] => {
      const { method, path, name, node } = operation;
      const isChange =
        method === 'put' || method === 'patch' || (method === 'post' && (/\}$/.test(path) || verbs.test(name)));
      const body = isChange && contentOf(source, node.requestBody);
      if (!body) return [];
      const names = namesBelow(source, body.media.schema);
      const fields = [...new Set(names)].filter((each) => ofPersons.has(each.toLowerCase().replace(/[^a-z0-9]/g, '')));
      const isOfHolder = holders.test(nounOf(path));
      if (fields.length === 0 || (!isOfHolder && fields.length < 3)) return [];
      return [{ ...operation, fields, score: fields.length + (isOfHolder ? 5 : 0) + (/\}$/.test(path) ? 2 : 0) }];
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ score: _, ...candidate }) => candidate);

/** The candidates, one a line. */
export const listUpdates = (candidates: readonly Candidate[]): string => {
  const rows = candidates.map(({ name, method, path, fields }) => [
    name,
    `${method.toUpperCase()} ${path}`,
    fields.slice(0, 6).join(', '),
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
