import { createInstance } from '@stoplight/prism-http';
import type { Preferences } from './preferences.ts';
import {
  type PrismComponents,
  type PrismConfig,
  type PrismHttpInstance,
  type PrismOperation,
  type PrismRequest,
  silentLogger,
} from './prism.ts';

const config = {
  checkSecurity: true,
  validateRequest: true,
  // What Prism makes up is passed on, as it does: its generator does not know every keyword.
  validateResponse: false,
  errors: false,
  isProxy: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} satisfies PrismConfig;

const prism: PrismHttpInstance = createInstance(config, { logger: silentLogger } as PrismComponents);

/** The most elements of a list that is made up; Prism fills each to its limit. */
const maxMadeUp = 20;

const shorten = (key: string, value: unknown): unknown =>
  key === 'maxItems' && typeof value === 'number' ? Math.min(value, maxMadeUp) : value;

const withShortLists = ({ responses, ...operation }: PrismOperation): PrismOperation => ({
  ...operation,
  responses: JSON.parse(JSON.stringify(responses), shorten),
});

/** What stock Prism says. It throws at an `Accept` that it cannot parse, so it gets none. */
export const askStock = (
  { headers = {}, ...request }: PrismRequest,
  resources: readonly PrismOperation[],
  { rulesOff: _, ...mock }: Preferences,
): ReturnType<ReturnType<PrismHttpInstance['request']>> => {
  const { accept: __, ...others } = headers;
  return prism.request(
    { ...request, headers: others },
    mock.dynamic && mock.exampleKey === undefined ? resources.map(withShortLists) : [...resources],
    { ...config, mock },
  )();
};
