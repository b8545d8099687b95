import { expect, test } from 'vitest';
import { compareWording } from './compare-wording.ts';
import { decisions } from './decisions.ts';

const source = (from: string) => ({ 'x-source': { evidence: 'seed', from } });

test.each([
  ['a source of a node', source('One'), source('Two'), ['patch source-reworded #/x-source']],
  ['a key that nobody compares', { 'x-new': 1 }, { 'x-new': 2 }, ['major key-not-compared #/x-new']],
  ['a key with a comparison of its own', { 'x-retry': 'safe' }, { 'x-retry': 'never' }, []],
  ['what is stored', { 'x-stored-as': 'text' }, {}, ['minor served-otherwise #/x-stored-as']],
  ['what is unique', {}, { 'x-unique': true }, ['minor served-otherwise #/x-unique']],
  ['what is set', { 'x-sets': { a: 1 } }, { 'x-sets': { a: 2 } }, ['minor served-otherwise #/x-sets']],
  ['an age', { 'x-minimum-age': 16 }, { 'x-minimum-age': 18 }, ['major minimum-age-changed #/x-minimum-age']],
  ['how long it settles', { 'x-settle': { seconds: 1 } }, {}, ['minor settling-changed #/x-settle']],
  ['what an example answers', { examples: { a: 1 } }, { examples: { a: 2 } }, ['patch examples-changed #/examples']],
  ['a key of OpenAPI', { description: 'One' }, { description: 'Two' }, []],
  ['a node that is new', {}, { get: source('One') }, []],
  [
    'a property with the name of a key',
    { properties: { examples: source('One'), 'x-source': { type: 'string' } } },
    { properties: { examples: source('Two'), 'x-source': { type: 'number' } } },
    ['patch source-reworded #/properties/examples/x-source'],
  ],
  [
    'a property that is called properties',
    { properties: { properties: source('One') } },
    { properties: { properties: source('Two') } },
    ['patch source-reworded #/properties/properties/x-source'],
  ],
  [
    'an element of a list',
    { paths: { '/a/{b}': { parameters: [{}, source('One')] } } },
    { paths: { '/a/{b}': { parameters: [{}, source('Two')] } } },
    ['patch source-reworded #/paths/~1a~1{b}/parameters/1/x-source'],
  ],
])('%s', (_, before, after, want) => {
  expect(
    compareWording(before, after).map(({ decision, at }) => `${decisions[decision].level} ${decision} ${at}`),
  ).toEqual(want);
});
