import { createMock } from '../index.ts';

// A mock in a process of its own, which tells its address, and its memory and pauses whenever it is asked. It ends with its
// parent.

process.on('disconnect', () => process.exit(0));
const mock = await createMock({ seed: 'raw' });
// What is published has read its contracts when it was built, and its half of Prism is one file; from its sources, the mock
// reads both at the first requests.
for (const { path } of mock.mounts) {
  await mock.fetch(`http://mock${path}/nothing`);
  await mock.fetch(`http://mock${path}/users`, { headers: { Prefer: 'code=200' } });
}
const { port } = await mock.listen();

let longest = 0;
let before = process.threadCpuUsage();
// Whoever else runs on the machine makes a turn of the loop long, and adds nothing to the time that this thread has used.
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  longest = Math.max(longest, (user + system) / 1000);
  before = process.threadCpuUsage();
}, 1).unref();

process.on('message', () => {
  mock.reset();
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  process.send?.({ heap: heapUsed, most: process.resourceUsage().maxRSS / 1024, longest });
  before = process.threadCpuUsage();
});
process.send?.({ port });
