import { expect, test } from 'vitest';
import { acceptsJson, chooseMedia } from './accept.ts';

const offered = ['application/json', 'application/yaml', 'text/yaml'];

test.each<[accept: string | undefined, media: string | undefined]>([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['application/yaml', 'application/yaml'],
  ['Application/YAML; charset=utf-8', 'application/yaml'],
  ['text/*', 'text/yaml'],
  ['application/json;q=0.5, application/yaml', 'application/yaml'],
  ['application/json;q=0.5, application/yaml;q=0.4', 'application/json'],
  ['application/*, application/json;q=0', 'application/yaml'],
  ['*/*;q=0.1, text/yaml', 'text/yaml'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
  ['application/json, text/plain, */*', 'application/json'],
  ['text/html', undefined],
  ['application/json;q=0', undefined],
  ['*/*;q=0', undefined],
  ['', undefined],
  [',;=,,q=1,/', undefined],
  ['application/json;q=x', undefined],
  [`${'a/b;q=1,'.repeat(2000)}text/yaml`, 'text/yaml'],
])('%j: %j', (accept, media) => {
  expect(chooseMedia(accept, offered)).toBe(media);
});

test('JSON is taken by whom it is offered alone to', () => {
  expect([acceptsJson('text/html, */*;q=0.1'), acceptsJson('text/html')]).toEqual([true, false]);
});
