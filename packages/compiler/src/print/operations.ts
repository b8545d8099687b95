import type { ContractModel } from '@amend/contract';
import type { LoadedContract } from '../read/read-contract.ts';
import { banner } from './banner.ts';
import { literal } from './literal.ts';

/** The text of `operations.ts`: where the contract's servers are, its headers and its operations. */
export const renderOperations = (
  contract: LoadedContract,
  { servers, headers, security, operations }: ContractModel,
): string => {
  const rows = operations.map(({ id, method, path, query, retry, empty, body, media, success, fixed, given }) => [
    id,
    {
      method,
      path,
      query: query.map(({ name }) => name),
      retry,
      ...(fixed && { fixed }),
      ...(given && { given }),
      ...(body?.media !== undefined && { media: body.media }),
      ...(media?.[success] !== undefined && { accept: media[success] }),
      ...(empty && { empty }),
    },
  ]);
  return `${banner(contract)}import type { OperationTable${security ? ', Security' : ''} } from '@amend/contract';
import type { operations as Operations } from './types.ts';

export const servers = ${literal(servers)} as const;

export const headers = ${literal(headers)} as const;
${security ? `\nexport const security = ${literal(security)} as const satisfies Security;\n` : ''}
export const operations = ${literal(Object.fromEntries(rows))} as const satisfies OperationTable<Operations>;
`;
};
