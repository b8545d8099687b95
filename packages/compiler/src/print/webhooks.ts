import type { ContractModel } from '@amend/contract';
import type { LoadedContract } from '../read/read-contract.ts';
import { banner } from './banner.ts';
import { literal } from './literal.ts';

/** The text of `webhooks.ts`: what the contract says of what the provider sends by itself, for who receives it. */
export const renderWebhooks = (contract: LoadedContract, { webhooks }: ContractModel): string => {
  const rows = webhooks.map(({ id, at, events }) => [id, { at, events }]);
  return `${banner(contract)}import type { WebhookTable } from '@amend/contract';
import type { webhooks as Webhooks } from './types.ts';

export const webhooks = ${literal(Object.fromEntries(rows))} as const satisfies WebhookTable<Webhooks>;
`;
};
