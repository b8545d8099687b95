import { hpayUser } from 'amend/hpay';
import { expect, test } from 'vitest';
import { checkSchema, install, migrations, schemaVersion } from './schema.ts';
import { sqlite } from './sqlite.ts';
import { createWorld } from './testing/world.ts';

test.each(migrations.map((_, version) => version))(
  'from version %i the tables are brought up to date',
  async (version) => {
    const store = sqlite(':memory:');
    await install(store, migrations.slice(0, version));
    await expect(checkSchema(store)).rejects.toMatchObject({ code: 'older-schema' });
    await install(store);
    await expect(checkSchema(store)).resolves.toBeUndefined();
  },
);

test('tables of a newer version are left alone', async () => {
  const { keeperWith, store } = await createWorld({ hpay: hpayUser });
  await store.query('insert into amend_keep.schema_version (version) values ($1)', [schemaVersion + 1]);
  const keeper = keeperWith();
  const why = {
    code: 'newer-schema',
    message: `The tables of amend_keep are of schema ${schemaVersion + 1}, and this version of @amend/keep knows ${schemaVersion}; update it.`,
  };
  for (const refused of [keeper.change('u', { phone: '+12105550132' }), keeper.tick(), keeper.install()])
    await expect(refused).rejects.toMatchObject(why);
});
