/** What a schema's keywords ask of a value, each in the words that stand before what it asks for. */
const words = {
  type: '',
  format: 'format',
  const: 'always',
  enum: 'one of',
  pattern: 'pattern',
  minLength: 'no shorter than',
  maxLength: 'no longer than',
  minimum: 'no less than',
  maximum: 'no more than',
  minItems: 'no fewer than',
  maxItems: 'no more of them than',
  default: 'by default',
  readOnly: 'only read:',
  writeOnly: 'only written:',
} as const;

/** How a value has to be written, each of it in a few words. */
export const limitsOf = (schema: { readonly [keyword: string]: unknown }): readonly string[] =>
  Object.entries(words).flatMap(([keyword, word]) => {
    if (!Object.hasOwn(schema, keyword)) return [];
    const values = [schema[keyword]].flat();
    const told = values.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
    return [`${word} ${told.join(keyword === 'type' ? ' or ' : ', ')}`.trim()];
  });
