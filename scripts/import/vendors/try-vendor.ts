import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@amend/compiler/read';
import { plan } from 'amend';
import { at, atPath } from '../json.ts';
import { changesOf } from './changes.ts';
import { startTrial } from './trial.ts';

// Tries a provider that was imported, `try-vendor.ts NAME DOCUMENT`, and prints what was found as JSON.

const [name = '', file = ''] = process.argv.slice(2);
const { model, found, fixtures, call, requestsOf, userIn, operationOf, steer } = await startTrial(name, file);
const changed = { shown: 0, tried: 0, kept: 0, lost: [] as string[] };

const readUser = async (id: string, what: string): Promise<Json | undefined> =>
  userIn('read', (await call('read', what, id))?.body);

for (const { id } of fixtures) await readUser(id, `read ${id}`);
await readUser('nobody', 'read nobody');

const isOpen = ({ status = '' }) => model.verification?.unverified.includes(status) ?? true;
const { id = '', status } = fixtures.find(isOpen) ?? {};
/** An update may have closed the account. */
const reopen = async (): Promise<void> => {
  if (status !== undefined) await steer(`users/${name}/${id}/status`, { status });
};
for (const kind of ['create', 'update'] as const)
  for (const [example, body] of requestsOf(kind)) {
    const what = `${kind} ${example}`;
    await reopen();
    changed.shown += 1;
    const answer = await call(kind, what, id, body);
    if (answer && kind === 'create') {
      const made = at(userIn(kind, answer.body), model.user?.id ?? '') ?? answer.location?.split('/').at(-1);
      if (made !== undefined) await readUser(String(made), `read what ${what} made`);
    }
  }

const { body, update } = operationOf('update') ?? {};
const [{ schema = {}, rules = undefined } = {}] = body?.schemas ?? [];
const [whole] = Object.values(body?.examples ?? {}) as JsonObject[];
const isFree = (name = ''): boolean => {
  const rule = rules?.properties[name];
  return rule !== undefined && 'updatable' in rule && rule.updatable.includes('unverified');
};
const about = [schema, model.user?.schema ?? {}] as [JsonObject, JsonObject];
for (const change of changesOf(...about, update === 'replacement' ? whole : undefined)) {
  if (!isFree(change.way[0])) continue;
  const what = `update of ${change.way.join('.')}`;
  changed.tried += 1;
  await reopen();
  if (await call('update', what, id, change.body)) {
    const user = await readUser(id, `read after ${what}`);
    if (change.places.some((place) => isDeepStrictEqual(atPath(user, place), change.value))) changed.kept += 1;
    else changed.lost.push(what);
  }
}

const { users } = await import(`../../../packages/amend/src/providers/${name}.ts`);
const address = { line1: '1 Main St', city: 'Dallas', state: 'TX', postalCode: '75201', country: 'US' };
const patch = { firstName: 'Joan', lastName: 'Doe', email: 'joan@example.com', phone: '+12105550199', address };
const table = users.individual.update ?? users.individual.replace;
const { fields } = plan(table, { current: { provider: name, id, verification: 'unverified' }, patch });
const carried = fields.flatMap(({ field, verdict }) => (verdict === 'send' ? [field.split('.')[0]] : []));
console.log(JSON.stringify({ ...found, ...changed, carried: [...new Set(carried)] }));
process.exit(0);
