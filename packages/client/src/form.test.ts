import { expect, test } from 'vitest';
import { toForm } from './form.ts';

test.each<[value: unknown, form: string]>([
  [{ name: 'A & B', age: 7, active: false }, 'name=A%20%26%20B&age=7&active=false'],
  [{ address: { line1: 'Elm 1', geo: { lat: 1.5 } } }, 'address[line1]=Elm%201&address[geo][lat]=1.5'],
  [{ tags: ['a', 'b'], items: [{ price: 1 }] }, 'tags[0]=a&tags[1]=b&items[0][price]=1'],
  [{ name: null, tags: [], metadata: {} }, 'name=&tags=&metadata='],
  [{ 'a=b&c': 'd' }, 'a%3Db%26c=d'],
  [{}, ''],
])('%j is %s', (value, form) => expect(toForm(value)).toBe(form));
