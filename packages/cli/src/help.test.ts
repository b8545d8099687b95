import { expect, test } from 'vitest';
import { amend } from './testing/fake-io.ts';

const { out } = await amend(['--help']);
const [, block = ''] = /^Examples:\n((?: {2}.*\n)+)/m.exec(out) ?? [];
const examples = block.split('\n').filter((line) => line !== '');

test('help shows examples', () => expect(examples.length).toBeGreaterThan(1));

test.each(examples)('%s does what it shows', async (line) => {
  const [, ...args] = line.trim().split(' ');
  expect(await amend(args)).toMatchObject({ code: 0, err: '' });
});
