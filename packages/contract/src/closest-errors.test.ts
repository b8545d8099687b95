import { expect, test } from 'vitest';
import { closestErrors } from './closest-errors.ts';
import type { SchemaError, Validate } from './validate.ts';

const failing = (...errors: SchemaError[]): Validate => Object.assign(() => false, { errors });
const required = (missingProperty: string): SchemaError => ({
  instancePath: '',
  keyword: 'required',
  params: { missingProperty },
});
const surplus = (instancePath = ''): SchemaError => ({
  instancePath,
  keyword: 'additionalProperties',
  params: { additionalProperty: 'fax' },
});
const consequence = (keyword: string): SchemaError => ({ instancePath: '', keyword, params: {} });

const name = [required('name')];
const names = [required('first_name'), required('last_name')];

test.each<[string, Validate[], SchemaError[] | undefined]>([
  ['the first comes closest', [failing(...name), failing(...names)], name],
  ['the last comes closest', [failing(...names), failing(...name)], name],
  ['two come as close: the first counts', [failing(...name), failing(required('id'))], name],
  ['one that has all the fields comes closer, however wrong they are', [failing(surplus()), failing(...names)], names],
  ['nor is it any farther when it comes first', [failing(...names), failing(surplus())], names],
  [
    'a field too many below counts as any error',
    [failing(...names), failing(surplus('/address'))],
    [surplus('/address')],
  ],
  ['no alternative has all the fields', [failing(surplus(), ...names), failing(surplus())], [surplus()]],
  ['what only follows from others is not told', [failing(consequence('anyOf'), ...name)], name],
  [
    'what only follows from others is not counted',
    [failing(...['anyOf', 'oneOf', 'if'].map(consequence), ...name), failing(...names)],
    name,
  ],
  ['a validator that says nothing', [Object.assign(() => false, { errors: null })], []],
  ['one fits', [failing(...names), () => true], undefined],
  ['there are none', [], undefined],
])('%s', (_, alternatives, want) => expect(closestErrors(alternatives, {})).toEqual(want));
