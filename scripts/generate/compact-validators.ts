import { collectConstants } from './schema-constants.ts';

/** No pattern is tried on a longer text: it could exhaust the stack of V8's regular expressions. */
export const longestMatched = 100_000;

/** The name in the runtime of what makes a pattern. */
export const patternMaker = 'pattern';

/** What the validators of one file share. Ajv would write `fail` and `merge` out at every error. */
const runtime = `const merge = (errors, more) => {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
};
const fail = (errors, instancePath, keyword, params) => merge(errors, [{ instancePath, keyword, params }]);
const count = (text) => {
  let characters = 0;
  for (let index = 0; index < text.length; index += text.codePointAt(index) > 0xffff ? 2 : 1) characters += 1;
  return characters;
};
const ${patternMaker} = (source, flags) => {
  const expression = new RegExp(source, flags);
  return { test: (text) => text.length <= ${longestMatched} && expression.test(text) };
};
`;

const text = String.raw`"(?:[^"\\\n]|\\.)*"`;

/** What Ajv writes, and what stands in its place. `at` is the pointer, if it is not that of the value itself. */
const rewrites: readonly { written: RegExp; replacement: string | ((...groups: string[]) => string) }[] = [
  { written: /^"use strict";\n/, replacement: '' },
  {
    // An error. Where it is in the schema tells a caller nothing, and would be half of the file.
    written: new RegExp(
      String.raw`const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:${text},keyword:(${text}),params:(.*)\};\n` +
        String.raw`if\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}`,
      'g',
    ),
    replacement: (_, _name, at = 'instancePath', keyword, params) =>
      `vErrors = fail(vErrors, ${at}, ${keyword}, ${params});`,
  },
  {
    // concat would copy all earlier errors for each element of a long array.
    written: /vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\)/g,
    replacement: 'merge(vErrors, $1.errors)',
  },
  // No keyword that we handle looks at a value's parent or at the root.
  {
    written: /\{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}/g,
    replacement: 'instancePath = ""',
  },
  {
    written: /, \{instancePath(?::(.*?))?,parentData(?::.*?)?,parentDataProperty(?::.*?)?,rootData\}\)/g,
    replacement: (_, at = 'instancePath') => `, ${at})`,
  },
  { written: /require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, replacement: 'count' },
  // Lets a bundler leave out the patterns of validators that nobody uses.
  { written: /^const (pattern\d+) = /gm, replacement: 'const $1 = /* @__PURE__ */ ' },
];

/** What must not be left: it would mean that Ajv writes something that the table above does not know. */
const leftovers = /\b(schemaPath|parentData|rootData|require|import|eval|Function|concat|schema\d+|dynamicAnchors)\b/;

/** Ajv's standalone code without what no caller needs: a third of its size, and nothing to import. */
export const compactValidators = (standaloneCode: string): string => {
  let code = standaloneCode;
  for (const { written, replacement } of rewrites) code = code.replace(written, replacement as string);
  const { constants, body } = collectConstants(code);
  const [leftover] = leftovers.exec(body.replaceAll(new RegExp(text, 'g'), '""')) ?? [];
  if (leftover) throw new Error(`Ajv writes ${leftover} where compact-validators.ts does not expect it.`);
  return `${runtime}${constants}${body}`;
};
