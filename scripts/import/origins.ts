import type { Json, JsonObject } from '@amend/compiler/read';
import { UsageError } from '../usage-error.ts';
import { isMap, type Path } from './json.ts';

/** Where a node was read. */
export interface Origin {
  readonly file: string;
  readonly path: Path;
}

/** Where nodes stand, and those that have a name of their own (`$anchor`), by file and fragment. */
export interface Noted {
  readonly origins: WeakMap<object, Origin>;
  readonly anchors: Map<string, JsonObject>;
}

/** How deep a document may be nested; those of providers are not fifty deep. */
const deepest = 200;

/** What holds names that an author chose, and no words of OpenAPI. */
const ofNames = new Set(
  `properties patternProperties dependentSchemas definitions $defs schemas responses parameters examples requestBodies
  headers links callbacks pathItems webhooks`.split(/\s+/),
);

/** What is shown or said, and describes nothing: a `$ref` in it is data, as all else of it. */
const isData = (key: string, child: Json): boolean =>
  /^(example|default|enum|const|value)$|^x-/.test(key) || (key === 'examples' && Array.isArray(child));

/** Notes where each node of a file stands. The nodes whose `$ref` leads somewhere. @throws {UsageError} */
export const noteOrigins = (
  document: Json,
  file: string,
  { origins, anchors }: Noted,
  placeOf: (origin: Origin) => string,
): readonly JsonObject[] => {
  const found: JsonObject[] = [];
  const note = (node: Json, path: Path, isShown: boolean, isNamed: boolean): void => {
    if (typeof node !== 'object' || node === null || origins.has(node)) return;
    origins.set(node, { file, path });
    if (path.length > deepest)
      throw new UsageError(`${placeOf({ file, path: path.slice(0, 5) })}: This is nested more than ${deepest} deep.`);
    if (isMap(node) && typeof node.$ref === 'string' && !isShown) found.push(node);
    if (isMap(node) && typeof node.$anchor === 'string' && !isShown) anchors.set(`${file}#${node.$anchor}`, node);
    for (const [key, child] of Object.entries(node))
      note(child, [...path, key], isShown || (!isNamed && isData(key, child)), !isNamed && ofNames.has(key));
  };
  note(document, [], false, false);
  return found;
};
