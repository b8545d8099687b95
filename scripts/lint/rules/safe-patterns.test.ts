import { expect, test } from 'vitest';
import { lintWith } from '../lint-documents.ts';

const schema = (keywords: string) => `
openapi: 3.1.0
paths: {}
components:
  schemas:
    Name:
      ${keywords}
`;
const at = '#/components/schemas/Name';

test('patterns are linear, ASCII and bounded', async () => {
  const verdicts = await lintWith('safe-patterns', {
    linear: schema("pattern: '^[A-Z]{2}$'\n      maxLength: 2"),
    escaped: schema(String.raw`pattern: '^[a-z\u2019]+$'
      maxLength: 9`),
    exponential: schema("pattern: '^([a-z]+[,.]?)+$'\n      maxLength: 9"),
    polynomial: schema("pattern: '^[a-z]*[a-y]*[a-x]*$'\n      maxLength: 9"),
    nonAscii: schema("pattern: '^[a-z’]+$'\n      maxLength: 9"),
    unbounded: schema("pattern: '^[A-Z]{2}$'"),
    patternProperty: schema("patternProperties: { '^(a|a)*$': {} }"),
    propertyName: schema('properties: { o’brien: {} }'),
    enumValue: schema('enum: [café]'),
  });
  const hostile = (type: string) =>
    `can take ${type} time on a hostile value: rewrite it so that no text matches in two ways.`;
  expect(verdicts).toEqual({
    linear: [],
    escaped: [],
    exponential: [`${at}/pattern: This pattern ${hostile('exponential')}`],
    polynomial: [`${at}/pattern: This pattern ${hostile('polynomial')}`],
    nonAscii: [String.raw`${at}/pattern: This pattern holds a non-ASCII character: write it as an escape, \u2019 say.`],
    unbounded: [`${at}/pattern: A pattern needs a maxLength beside it.`],
    patternProperty: [`${at}/patternProperties/^(a|a)*$: This pattern ${hostile('exponential')}`],
    propertyName: [`${at}/properties/o’brien: This property name is not ASCII.`],
    enumValue: [`${at}/enum: This enum has a value that is not ASCII.`],
  });
});
