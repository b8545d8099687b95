import type { Json, JsonObject } from '@amend/compiler/read';
import { listAt } from './json.ts';

/** Texts that nobody is known by, in the forms that occur. */
const texts = [
  ...[
    'text',
    'Specimen',
    'aminata.specimen@example.com',
    '+12025550142',
    '2025550142',
    '1990-04-15',
    'US',
    'USA',
    'NY',
  ],
  ...[
    'USD',
    'en',
    'en-US',
    '123456789',
    '111223333',
    '111-22-3333',
    '12-3456789',
    '1234',
    '10001',
    '1',
    '12',
    '000000',
  ],
  ...['50a59abe-e714-4416-a9f9-273a9b1dbe87', '2026-07-02T09:15:00Z', 'https://www.example.com', 'AB123456', 'a'],
  ...['1990', '04', '15', 'GB', 'GBR', 'Europe/London', '127.0.0.1', 'A1', 'ABCDEFGHIJ', 'abcdefghijklmnopqrstuvwxyz'],
];

const formed: Record<string, Json> = {
  date: '1990-04-15',
  'date-time': '2026-07-02T09:15:00Z',
  email: 'aminata.specimen@example.com',
  uuid: '50a59abe-e714-4416-a9f9-273a9b1dbe87',
  uri: 'https://www.example.com',
};

/** What a property of this name is likely to hold. */
const named: readonly (readonly [RegExp, Json])[] = [
  [/e.?mail/i, 'aminata.specimen@example.com'],
  [/phone|mobile/i, '+12025550142'],
  [/birth|dob/i, '1990-04-15'],
  [/first.?name|given/i, 'Aminata'],
  [/last.?name|family|surname/i, 'Specimen'],
  [/country/i, 'US'],
  [/state|province/i, 'NY'],
  [/zip|postal/i, '10001'],
  [/city/i, 'New York'],
  [/(^|_)id$|Id$/, '50a59abe-e714-4416-a9f9-273a9b1dbe87'],
];

/** The words that a pattern is made of, where it is a choice of some. */
const choices = ({ pattern }: JsonObject): string[] =>
  typeof pattern === 'string'
    ? pattern
        .replace(/\?:|[$^()]/g, '')
        .split('|')
        .filter((word) => /^[\w-]+$/.test(word))
    : [];

/** What may fit a schema, the likeliest first. */
export const scalarsFor = (schema: JsonObject, name: string): Json[] => [
  ...listAt(schema, 'examples'),
  ...('const' in schema ? [schema.const as Json] : []),
  ...listAt(schema, 'enum'),
  ...('default' in schema ? [schema.default as Json] : []),
  ...named.filter(([form]) => form.test(name)).map(([, value]) => value),
  ...(typeof schema.format === 'string' && schema.format in formed ? [formed[schema.format] as Json] : []),
  ...choices(schema),
  ...texts,
  ...[1, 0, 10, 100, 1990, 4, true, null],
];
