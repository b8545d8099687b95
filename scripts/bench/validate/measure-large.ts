import { ok } from 'node:assert/strict';
import { calls, createAny, type Provider } from '../../clients/calls.ts';
import { largeAnswers } from '../../clients/large-answers.ts';

// Prints the most milliseconds of the processor that one call of a provider's client takes the thread, whichever of its
// answers is wrong throughout, at 1 MiB: `node measure-large.ts PROVIDER`.

const [provider] = process.argv.slice(2) as [Provider];

/** A text is read so often, and its quickest reading counts: by the others the compiler was not done. */
const readings = 5;

let most = 0;
for (const call of calls.filter((one) => one.provider === provider))
  for (const status of [200, 400])
    for (const [name, text] of largeAnswers(status === 200 ? call.success : call.refusal, 2 ** 20)) {
      let quickest = Number.POSITIVE_INFINITY;
      for (let reading = 0; reading < readings; reading++) {
        const fetch = async () => new Response(text, { status });
        const client = createAny(call.provider, 'http://127.0.0.1', { retries: 0, fetch });
        const before = process.threadCpuUsage();
        const result = await client[call.id]?.(call.input);
        const { user, system } = process.threadCpuUsage(before);
        quickest = Math.min(quickest, (user + system) / 1000);
        ok(!result || result.ok || Buffer.byteLength(result.error.message) < 2000, name);
      }
      most = Math.max(most, quickest);
    }
console.log(most);
