import { type JsonObject, readContract } from '@amend/compiler/read';
import { expect, test } from 'vitest';

// What a page says of an update beside its tables, which specs/<provider>/page.yaml holds.

test('HPay: the id of the application is an echo, and nothing switches a user on by omission', () => {
  const components = readContract('hpay@v1').components as { schemas: { UserUpdate: JsonObject } };
  const { required, properties } = components.schemas.UserUpdate;
  expect(required).toEqual(['app_user_id', 'name', 'phone_number']);
  expect(properties).toMatchObject({ app_user_id: { 'x-updatable': [] } });
  expect(properties).not.toHaveProperty('is_active.default');
});
