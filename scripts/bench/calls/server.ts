import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { answer, checkRequest, type OperationId } from './exchange.ts';

// Serves the exchange and prints its address. A wrong request gets an empty 500, which no client takes for an answer.

const operations: Readonly<Record<string, OperationId>> = { GET: 'getUser', PATCH: 'updateUser' };

const server = createServer(async (request, response) => {
  const { method = '', url: path = '', headers } = request;
  try {
    const header = (name: string) => headers[name.toLowerCase()]?.toString();
    checkRequest(operations[method] ?? 'getUser', { method, path, body: await text(request), header });
    response.setHeader('Content-Type', 'application/json').end(answer);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) console.log(`http://127.0.0.1:${address.port}`);
});
