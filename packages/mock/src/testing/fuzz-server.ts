import { createMock } from '../index.ts';

// A mock in a process of its own, which tells its address, and its heap whenever it is asked. It ends with its parent.

process.on('disconnect', () => process.exit(0));
const mock = await createMock({ seed: 'raw' });
// What is published has read its contracts when it was built; from its sources, the mock reads them at the first requests.
for (const { path } of mock.mounts) await mock.fetch(`http://mock${path}/nothing`);
const { port } = await mock.listen();
process.on('message', () => {
  mock.reset();
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed, most: process.resourceUsage().maxRSS / 1024 });
});
process.send?.({ port });
