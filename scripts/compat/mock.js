import assert from 'node:assert';
import { execFileSync } from 'node:child_process';
import { createMachnet } from '@amend/machnet';
import { createMock } from '@amend/mock';

// The mock in this process, on a port, and as the command serves it: from memory, from examples, and made up.

const user_id = '4c955cca-3a6e-4d2b-b0c3-1c423440f541';
const ask = async (fetch, origin) => {
  const machnet = createMachnet({ clientId: 'any', clientSecret: 'any', baseUrl: `${origin}/machnet`, fetch });
  const changed = await machnet.updateUser({ path: { user_id }, body: { mobile_phone: '2105550132' } });
  const locked = await machnet.updateUser({ path: { user_id }, body: { first_name: 'Ada' } });
  const statuses = [changed.status, locked.status];
  for (const prefer of ['code=404', 'example=suspendedIndividual', 'dynamic=true']) {
    const headers = { 'x-client-id': 'any', 'x-client-secret': 'any', prefer };
    statuses.push((await fetch(`${origin}/machnet/users/${user_id}`, { headers })).status);
  }
  statuses.push((await fetch(`${origin}/machnet/users/${user_id}?a=1&a=2`)).status);
  return statuses;
};

const mock = await createMock();
const { url } = await mock.listen();
const answered = [200, 400, 404, 200, 200, 401];
assert.deepEqual(await ask(mock.fetch, 'http://localhost'), answered);
assert.deepEqual(await ask(fetch, url), answered);
await mock.close();
const said = execFileSync(process.execPath, ['node_modules/@amend/cli/dist/cli.js', 'demo', '--once'], {
  encoding: 'utf8',
  stdio: 'pipe',
});
assert.match(said, /so the plan is/);
