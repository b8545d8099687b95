import { expect, test } from 'vitest';
import { text } from './codecs.ts';
import { privateIn } from './private-in.ts';
import { constant, field, group, id, native, objectOf, physicalDocuments, unsent, virtualDocuments } from './rows.ts';

const document = {
  kind: 'kind',
  properties: {
    type: { wire: 'kind', codec: text },
    front: { wire: 'scan', codec: text },
    number: { wire: 'digits', codec: text },
    country: { wire: 'land', codec: text },
  },
};

const rows = {
  born: field('dateOfBirth', text),
  first: field('firstName', text),
  person: group(
    ['dateOfBirth', 'lastName'],
    objectOf({ day: { field: 'dateOfBirth', codec: text }, last: { field: 'lastName', codec: text } }),
  ),
  // Of these it is not known where in the value the number stands.
  joined: {
    ...field('ssn', text),
    codec: { name: 'joined', needs: [], encode: () => ({ wire: 1 }), decode: () => [] },
  },
  scans: physicalDocuments(document),
  numbers: virtualDocuments(document, 'SSN'),
  user: id,
  always: constant(true),
  key: unsent,
  own: native,
} as const;

const pass = { type: 'string', format: 'password' };

test.each<[name: string, body: object, schema: object | undefined, want: string[]]>([
  ['a birth date by its field', { born: '1', first: 'Jane' }, undefined, ['/born']],
  ['a part of a value by its field', { person: { day: '1', last: 'Doe' } }, undefined, ['/person/day']],
  ['the whole where the part is not known', { joined: { ssn: '1' } }, undefined, ['/joined']],
  [
    'parts of documents by their fields',
    { scans: [{ kind: 'A', scan: '1', land: 'US' }], numbers: [{ kind: 'A' }, { digits: '1', land: 'US' }] },
    undefined,
    ['/scans/0/scan', '/numbers/1/digits'],
  ],
  ['what nobody has a row for, or sends', { key: '1', odd: '1', user: 'u', always: true }, undefined, ['/key', '/odd']],
  ['a password', { own: '1' }, pass, ['/own']],
  ['what is only written', { own: '1' }, { writeOnly: true }, ['/own']],
  ['one that is cleared', { own: null }, pass, ['/own']],
  ['nothing else', { own: { a: '1' }, first: 'Jane' }, { properties: { b: pass } }, []],
  ['in a list', { own: [{ a: '1', b: '2' }] }, { items: { properties: { a: pass } } }, ['/own/0/a']],
  [
    'in one of several schemas',
    { own: { a: { b: '1' } } },
    { anyOf: [{}, { allOf: [{ properties: { a: { oneOf: [{ properties: { b: pass } }] } } }] }] },
    ['/own/a/b'],
  ],
])('%s', (_, body, schema, want) => {
  expect(privateIn({ rows, facts: { schemas: schema ? { own: { ...schema } } : {} } }, body)).toEqual(want);
});
