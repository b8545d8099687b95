import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeListener } from './node-listener.ts';
import { createSite } from './site.ts';

// The forms, the route and the mock together, to be looked at in a browser: `npm run example`.

const { mock, answer } = await createSite();
const server = createServer(nodeListener(answer));
server.listen(Number(process.env.PORT ?? 4020), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  for (const { name, id, status } of mock.fixtures.filter((user) => !user.name.includes('usiness')))
    console.log(`${status}: http://127.0.0.1:${port}/?user=${id} (${name})`);
  console.log('With &form=tanstack, TanStack Form takes the place of React Hook Form.');
});
