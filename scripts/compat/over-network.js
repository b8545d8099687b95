import { callEach } from './consumer.js';

// The providers by the `fetch` of a test's environment, which may be jsdom's, happy-dom's or Node's.

test('each provider answers', async () => {
  expect(await callEach(process.env.ORIGIN, { retries: 0 })).toEqual(JSON.parse(process.env.EXPECTED));
});
