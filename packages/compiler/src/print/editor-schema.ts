import { readFile } from '../read/contracts.ts';
import { type Content, contents, type NodeKind } from '../read/node-kinds.ts';
import { vocabulary } from '../read/vocabulary.ts';

/** The first paragraph of specs/README.md on a key, which an editor shows beside it. */
const explain = (key: string, readme: string): string => {
  const [, text] = new RegExp(`^### \`${key}\`\n\n([^]*?)(?:\n\n|\n?$(?![^]))`, 'm').exec(readme) ?? [];
  if (text === undefined) throw new Error(`specs/README.md does not explain ${key}.`);
  return text.replaceAll('\n', ' ').replaceAll(/[_`]/g, '');
};

const schemaOf = (content: Content): object => {
  if (content === 'data') return {};
  const schema = { $ref: `#/$defs/${content.replace(/\W+$/, '')}` };
  if (content.endsWith('[]')) return { type: 'array', items: schema };
  return content.endsWith('{}') ? { type: 'object', additionalProperties: schema } : schema;
};

const schemasOf = (table: Readonly<Record<string, Content>>): object =>
  Object.fromEntries(Object.entries(table).map(([key, content]) => [key, schemaOf(content)]));

/**
 * A JSON Schema of a whole contract, for editors: which keys may stand on which node, our own among them, and what those
 * hold. It follows from the tables that the lint and the generators go by.
 */
export const renderEditorSchema = (): string => {
  const readme = readFile('specs/README.md');
  const ours = Object.entries(vocabulary).map(([key, { on, schema }]) => ({
    key,
    on,
    schema: { description: explain(key, readme), ...schema },
  }));
  const nodeOf = (kind: NodeKind): object => ({
    // A schema may be `true` or `false`, and any node stand elsewhere.
    type: kind === 'Schema' ? ['object', 'boolean'] : 'object',
    properties: {
      $ref: { type: 'string' },
      ...schemasOf(contents[kind]),
      ...Object.fromEntries(
        ours.filter(({ on }) => on === 'any' || on.includes(kind)).map(({ key, schema }) => [key, schema]),
      ),
    },
    additionalProperties: false,
  });
  const kinds = Object.keys(contents) as NodeKind[];
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $ref: '#/$defs/Root',
    $defs: Object.fromEntries(kinds.map((kind) => [kind, nodeOf(kind)])),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
};
