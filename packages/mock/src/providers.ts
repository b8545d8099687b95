import type { Provider } from './provider.ts';
import { hpay } from './providers/hpay.ts';
import { ingo } from './providers/ingo.ts';
import { machnet } from './providers/machnet.ts';
import { stilt } from './providers/stilt.ts';

/** Every provider that can be mocked. */
export const providers: readonly Provider[] = [ingo, machnet, stilt, hpay];
