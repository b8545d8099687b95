import { provider } from '@amend/ingo/provider';
import { expect } from 'vitest';
import { type Call, change, id, person } from './ingo-calls.ts';
import { type Check, startWorld } from './world.ts';

const secrets = { ingo: provider.credentials };
const key = secrets.ingo.apiKey;

/** Runs a check against a mock that knows the right key and secret. */
const trusting = async (check: Check): Promise<void> => {
  const world = await startWorld({ secrets });
  try {
    await check(world);
  } finally {
    await world.close();
  }
};

/** The key in the header, in the body, in both, and in neither. */
export const keyInEither =
  (call: Call, path: string): Check =>
  async (world) => {
    expect((await call(world, {})).status).toBe(200);
    expect((await call(world, { api_key: key })).status).toBe(200);
    expect((await call(world, { api_key: key }, { api_key: undefined })).status).toBe(200);
    expect((await call(world, {}, { api_key: undefined })).status).toBe(401);
    await trusting(async (strict) => {
      const signed = async (body: object, api_key: string | undefined) => {
        const text = JSON.stringify(body);
        const url = strict.url + path;
        const headers = await provider.sign({ method: 'POST', url, body: text }, secrets.ingo, Date.now());
        return (await strict.http('POST', path, body, { ...headers, api_key })).status;
      };
      const body = path.includes('create') ? person : { user_id: id, city: 'Houston' };
      expect(await signed(body, key)).toBe(200);
      expect(await signed({ ...body, api_key: key }, undefined)).toBe(200);
      expect(await signed({ ...body, api_key: 'wrong' }, undefined)).toBe(401);
      expect(await signed(body, 'wrong')).toBe(401);
    });
  };

/** Key and signature, each left out or wrong. */
export const needsBoth =
  (call: Call): Check =>
  async (world) => {
    expect((await call(world, {})).status).toBe(200);
    expect((await call(world, {}, { api_key: undefined })).status).toBe(401);
    expect((await call(world, {}, { Authorization: undefined })).status).toBe(401);
    await trusting(async (strict) => {
      expect((await call(strict, {}, { api_key: key })).status).toBe(401);
      // The command signs, with the key and the secret from its environment.
      expect(await strict.amend(change('--set', 'phone=+12125551234'))).toMatchObject({ code: 0, err: '' });
    });
  };
