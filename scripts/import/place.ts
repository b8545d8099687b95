import type { Json } from '@amend/compiler/read';
import type { Cut } from './choose.ts';
import type { Draft } from './draft.ts';
import { at, isMap, mapAt, type Path } from './json.ts';
import { contentOf, successOf } from './operations.ts';
import { propertiesOf } from './properties.ts';
import type { Source } from './source.ts';

/** The vendor's node behind a property of a schema, or the nearest above it that can be found. */
const below = (source: Source, schema: Json | undefined, path: Path): Json | undefined => {
  if (!isMap(schema)) return schema;
  const [key, name, ...rest] = path;
  if (key === 'items') return below(source, source.target(schema).items, path.slice(1)) ?? schema;
  if (key !== 'properties' || name === undefined) return schema;
  const properties = propertiesOf(source, schema);
  for (const each of [properties, ...Object.values(properties).map((property) => propertiesOf(source, property))]) {
    const found = Object.hasOwn(each, String(name)) ? each[String(name)] : undefined;
    if (found) return below(source, found, rest);
  }
  return schema;
};

/** The node of the vendor's document that a node of the draft was made from, or the nearest that is known. */
export const vendorNode = (source: Source, cut: Cut, draft: Draft, path: Path): Json | undefined => {
  const [first, second, third, ...rest] = path;
  const operations = draft.operations;
  if (first === 'servers') return source.root.servers;
  if (first === 'components' && second === 'securitySchemes')
    return at(source.root, 'components', 'securitySchemes', String(third)) ?? cut.update.node;
  if (first === 'paths') {
    const found = operations.find(
      ({ id }) => id === at(mapAt(draft.document, 'paths', String(second)), String(third), 'operationId'),
    );
    return found?.vendor.node;
  }
  if (first !== 'components' || second !== 'schemas') return undefined;
  const bodies = operations.filter(({ kind }) => kind === 'update' || kind === 'create');
  for (const { vendor, kind } of bodies)
    if (String(third).endsWith(kind === 'update' ? 'Update' : 'Create'))
      return below(source, contentOf(source, vendor.node.requestBody)?.media.schema, rest);
  const shown = cut.read ?? cut.update;
  return below(source, contentOf(source, successOf(source, shown)?.[1])?.media.schema, rest);
};
