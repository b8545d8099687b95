import { expect, test } from 'vitest';
import { golden, goldenText } from '../testing/golden.ts';
import { parseContract } from './read-contract.ts';
import { serversOf } from './servers.ts';

const regions = 'variables: { region: { default: eu, enum: [eu, us] } }';
const many = Array.from({ length: 101 }, (_, index) => `r${index}`);

const read = (servers: string): string[] => {
  const text = goldenText.replace(/^servers:\n(?: +- .*\n)+/m, `servers:\n${servers}\n`);
  return serversOf(parseContract(golden, text));
};

test.each<[name: string, servers: string, want: readonly string[]]>([
  ['an address', '  - { url: https://a.example/v1 }', ['https://a.example/v1']],
  ['a relative one', '  - { url: /v1 }', ['/v1']],
  [
    'that of the defaults first, of all',
    `  - { url: 'https://{region}.a.example', ${regions} }\n  - { url: https://b.example }`,
    ['https://eu.a.example', 'https://b.example', 'https://us.a.example'],
  ],
])('%s', (_, servers, want) => expect(read(servers)).toEqual(want));

const full = 'This is no address; write it in full, https://api.example.com/v1 say.';

test.each<[name: string, server: string, message: string]>([
  [
    'a variable that is not described',
    "{ url: 'https://{region}.a.example' }",
    'The variable region has no default; say under variables what it usually is, or write it out.',
  ],
  ['no address', "{ url: 'https://' }", full],
  ['no address with its variable', `{ url: 'https://{region}:x', ${regions} }`, full],
  [
    'more addresses than anybody has',
    `{ url: 'https://{region}.a.example', variables: { region: { default: eu, enum: [${many}] } } }`,
    'This has more than 100 addresses.',
  ],
])('%s is refused with its line', (_, server, message) => {
  expect(() => read(`  - ${server}`)).toThrow(new RegExp(`^\\S+:[0-9]+: ${message.replaceAll(/[{}.]/g, '\\$&')}$`));
});
