// Generated from packages/compiler/golden/v4/contract.yaml by `pnpm generate golden`. Change the contract, not this file.

import type { WebhookTable } from '@amend/contract';
import type { webhooks as Webhooks } from './types.ts';

export const webhooks = {} as const satisfies WebhookTable<Webhooks>;
