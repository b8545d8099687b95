import type { ContractModel } from '@amend/contract';
import type { LoadedContract } from '../read/read-contract.ts';
import { banner } from './banner.ts';
import { literal } from './literal.ts';

/** The text of `model.ts`: the whole reading of the contract, for programs that try it; the document is beside it. */
export const renderModel = (contract: LoadedContract, { document: _, ...model }: ContractModel): string =>
  `${banner(contract)}import type { ContractModel } from '@amend/contract';

export type { ContractModel };

export const model: Omit<ContractModel, 'document'> = ${literal(model)};
`;
