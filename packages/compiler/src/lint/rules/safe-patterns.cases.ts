import { expect, test } from 'vitest';
import { lintLater } from '../../testing/lint-documents.ts';

const schema = (keywords: string) => `
openapi: 3.1.0
paths: {}
components:
  schemas:
    Text: { type: string }
    Bounded: { type: string, maxLength: 9 }
    Name:
      ${keywords}
`;
const at = '#/components/schemas/Name';
const hostile = (type: string) =>
  `can take ${type} time on a hostile value: rewrite it so that no text matches in two ways.`;

const beside = (component: string, keywords: string) =>
  schema(`properties: { a: { $ref: '#/components/schemas/${component}', ${keywords} } }`);
const patterns = lintLater('safe-patterns', {
  linear: schema("pattern: '^[A-Z]{2}$'\n      maxLength: 2"),
  escaped: schema(String.raw`pattern: '^[a-z\u2019]+$'
      maxLength: 9`),
  boundedByReference: beside('Bounded', "pattern: '^[A-Z]{2}$'"),
  exponential: schema("pattern: '^([a-z]+[,.]?)+$'\n      maxLength: 9"),
  polynomial: schema("pattern: '^[a-z]*[a-y]*[a-x]*$'\n      maxLength: 9"),
  nonAscii: schema("pattern: '^[a-z’]+$'\n      maxLength: 9"),
  unbounded: schema("pattern: '^[A-Z]{2}$'"),
  patternProperty: schema("patternProperties: { '^(a|a)*$': {} }"),
  exponentialBesideReference: beside('Bounded', "pattern: '^(a+)+$'"),
  unboundedBesideReference: beside('Text', "pattern: '^[A-Z]{2}$'"),
});

test('patterns are linear, ASCII and bounded', async () => {
  expect(await patterns()).toEqual({
    linear: [],
    escaped: [],
    boundedByReference: [],
    exponential: [`${at}/pattern: This pattern ${hostile('exponential')}`],
    polynomial: [`${at}/pattern: This pattern ${hostile('polynomial')}`],
    nonAscii: [String.raw`${at}/pattern: This pattern holds a non-ASCII character: write it as an escape, \u2019 say.`],
    unbounded: [`${at}/pattern: A pattern needs a maxLength beside it.`],
    patternProperty: [`${at}/patternProperties/^(a|a)*$: This pattern ${hostile('exponential')}`],
    exponentialBesideReference: [`${at}/properties/a/pattern: This pattern ${hostile('exponential')}`],
    unboundedBesideReference: [`${at}/properties/a/pattern: A pattern needs a maxLength beside it.`],
  });
});

const texts = lintLater('safe-patterns', {
  ascii: schema('enum: [a, 1, null]\n      const: { a: [b] }\n      default: true'),
  propertyName: schema('properties: { o’brien: {} }'),
  enumValue: schema('enum: [café]'),
  constant: schema('const: { city: [café] }'),
  default: schema('default: café'),
  enumBesideReference: schema("properties: { a: { $ref: '#/components/schemas/Text', enum: [café] } }"),
  parameter: schema('type: string').replace('paths: {}', 'paths: { /a: { parameters: [{ name: café, in: query }] } }'),
});
const value = (keyword: string) => `This ${keyword} is not ASCII.`;

test('names and values that a validator quotes are ASCII', async () => {
  expect(await texts()).toEqual({
    ascii: [],
    propertyName: [`${at}/properties/o’brien: This property name is not ASCII.`],
    enumValue: [`${at}/enum: ${value('enum')}`],
    constant: [`${at}/const: ${value('const')}`],
    default: [`${at}/default: ${value('default')}`],
    enumBesideReference: [`${at}/properties/a/enum: ${value('enum')}`],
    parameter: ['#/paths/~1a/parameters/0/name: This parameter name is not ASCII.'],
  });
});
