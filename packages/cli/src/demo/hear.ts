import type { Mock } from '@amend/mock';
import { providers } from 'amend/providers';
import { receive, type Told } from '../listen/receive.ts';

const secret = 'the secret of the subscription';

/** What the demo needs of a mock beside its address. */
export type Teller = Pick<Mock, 'onWebhook' | 'fetch'>;

/** Hears what the providers send of themselves while something is done, as a server of yours would. */
export const hearWhile = async <Done>(mock: Teller, work: () => Promise<Done>): Promise<[Done, readonly Told[]]> => {
  const heard: Told[] = [];
  for (const [provider, { describe }] of Object.entries(providers)) {
    const webhook = await (await describe()).webhook?.();
    if (!webhook) continue;
    const take = async (request: Request): Promise<Response> => {
      heard.push(await receive({ provider, webhook, secret, url: request.url }, request));
      return new Response(null, { status: 204 });
    };
    await mock.onWebhook(provider as keyof typeof providers, take, { secret });
  }
  const done = await work();
  // Answered when all that is due was sent.
  await mock.fetch('http://localhost/__amend/webhooks/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"by":0}',
  });
  return [done, heard];
};
