import { providerNames } from 'amend/providers';
import { expect, test } from 'vitest';
import { checkProvider } from './check-provider.ts';
import { plannedWrites } from './rounds.ts';
import { mocked } from './testing/mocked.ts';

/** Whether an address is one of a path, whatever stands for its parameters. */
const isAt = (path: string, address: string): boolean =>
  new RegExp(`${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(address);

test.each(providerNames)('every cell of %s agrees at its mock', async (name) => {
  const { options } = await mocked(name);
  const { cells, stopped, writes } = await checkProvider(options);
  expect(cells.length).toBeGreaterThan(9);
  expect(cells.filter(({ verdict }) => verdict !== 'agrees')).toEqual([]);
  expect(stopped).toBeUndefined();
  expect(writes).toBeLessThanOrEqual(plannedWrites(options.subjects));
});

test.each(providerNames)('one like %s that says yes and changes nothing differs in every cell', async (name) => {
  const { options } = await mocked(name, (fetch) => async (input, init) => {
    const method = init?.method ?? 'GET';
    const update = options.models
      .flatMap(({ operations }) => operations)
      .find((each) => each.update && each.method === method && isAt(each.path, String(input)));
    return update ? Response.json(Object.values(update.answers[200] ?? {})[0]) : fetch(input, init);
  });
  const { cells } = await checkProvider(options);
  expect(cells.length).toBeGreaterThan(9);
  expect(cells.filter(({ verdict }) => verdict !== 'differs')).toEqual([]);
  for (const { provider } of cells) expect(provider).toBe('accepted it with 200, and changed nothing');
});
