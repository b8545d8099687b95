import { deriveProvider } from './derived/derive-provider.ts';
import { contractNames } from './models.ts';
import type { Provider } from './provider.ts';
import { hpay } from './providers/hpay.ts';
import { ingo } from './providers/ingo.ts';
import { machnet } from './providers/machnet.ts';
import { stilt } from './providers/stilt.ts';

/** Those of which more is known than their contracts say. */
const described: readonly Provider[] = [ingo, machnet, stilt, hpay];

const others = Map.groupBy(await contractNames(), (contract) => contract.split('@')[0] ?? '');
for (const { name } of described) others.delete(name);

/** Every provider that can be mocked; one without a file of its own by its contract alone. */
export const providers: readonly Provider[] = [
  ...described,
  ...(await Promise.all([...others].map(([name, contracts]) => deriveProvider(name, contracts)))),
];
