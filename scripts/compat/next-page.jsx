import { callEach } from '../consumer.js';

// A page that is made on the server at each request, with the `fetch` that Next has patched.
export const dynamic = 'auto';

export default async function Page({ searchParams }) {
  await searchParams;
  return <pre>{JSON.stringify(await callEach(process.env.ORIGIN))}</pre>;
}
