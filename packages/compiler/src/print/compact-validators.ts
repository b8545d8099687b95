import { longestMatched } from '../read/formats.ts';
import { collectConstants } from './schema-constants.ts';

/** After how many errors a list or an object is looked at no further: it is wrong, and may have a million elements. */
const mostErrors = 200;

/** The name in the runtime of what makes a pattern. */
export const patternMaker = 'pattern';

/** What the validators of one file share. Ajv would write it out at every error and every property. */
const runtime = `const plain = (errors) =>
  (errors ?? []).slice(0, ${mostErrors}).map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params }));
const merge = (errors, more) => {
  for (const error of more) errors.push(error);
};
const fail = (errors, instancePath, keyword, params) => {
  errors.push({ instancePath, keyword, params });
};
const text = (errors, instancePath, name, value) => {
  if (value !== undefined && typeof value !== "string")
    fail(errors, instancePath + "/" + name, "type", { type: "string" });
};
const optional = (errors, instancePath, name, value) => {
  if (value !== null) text(errors, instancePath, name, value);
};
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

const quoted = String.raw`"(?:[^"\\\n]|\\.)*"`;

interface Rewrite {
  /** What Ajv writes. */
  written: RegExp;
  /** What stands in its place. */
  replacement: string | ((...groups: string[]) => string);
}

const apply = (code: string, rewrites: readonly Rewrite[]): string =>
  rewrites.reduce((text, { written, replacement }) => text.replace(written, replacement as string), code);

/** How validators are called. Each of them, and each call, has to be written so. */
const calls: readonly Rewrite[] = [
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

/** What may be written shorter. `at` is the pointer, if it is not that of the value itself. */
const shortenings: readonly Rewrite[] = [
  {
    // An error. Where it is in the schema tells a caller nothing, and would be half of the file.
    written: new RegExp(
      String.raw`const (err\d+) = (?:\{\}|\{instancePath(?::(.*?))?,schemaPath:${quoted},keyword:(${quoted}),params:(.*)\});\n` +
        String.raw`if\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;`,
      'g',
    ),
    replacement: (_, _name, at = 'instancePath', keyword, params) =>
      keyword ? `fail(vErrors, ${at}, ${keyword}, ${params});` : 'vErrors.push({});',
  },
  // Ajv counts errors beside the list, which is null while there are none. Here the list alone tells.
  { written: /let vErrors = null;\nlet errors = 0;/g, replacement: 'const vErrors = [];' },
  {
    // concat would copy all earlier errors for each element of a long array.
    written:
      /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);\nerrors = vErrors\.length;/g,
    replacement: 'merge(vErrors, $1.errors);',
  },
  {
    written:
      /errors = (_errs\d+);\nif\(vErrors !== null\)\{\nif\(\1\)\{\nvErrors\.length = \1;\n\}\nelse \{\nvErrors = null;\n\}\n\}/g,
    replacement: 'vErrors.length = $1;',
  },
  { written: /(const _errs\d+ =|_errs\d+ ===|return) errors\b/g, replacement: '$1 vErrors.length' },
  { written: /\berrors === (_errs\d+|0)\b/g, replacement: 'vErrors.length === $1' },
  {
    // A call for each property keeps the engine's access by a fixed name; a loop over names is several times slower.
    written:
      /if\((data\d*)\.(\w+) !== undefined\)\{\nif\(typeof \1\.\2 !== "string"\)\{\nfail\(vErrors, (instancePath.*)\+"\/\2", "type", \{type: "string"\}\);\n\}\n\}/g,
    replacement: 'text(vErrors, $3, "$2", $1.$2);',
  },
  {
    written:
      /if\((data\d*)\.(\w+) !== undefined\)\{\nlet (data\d+) = \1\.\2;\nif\(\3 !== null\)\{\nif\(typeof \3 !== "string"\)\{\nfail\(vErrors, (instancePath.*)\+"\/\2", "type", \{type: "string"\}\);\n\}\n\}\n\}/g,
    replacement: 'optional(vErrors, $4, "$2", $1.$2);',
  },
  // Counted from where the loop begins: what was wrong before it says nothing of the alternative that it stands in.
  {
    written: /^for\(let (i\d+)=(\d+); \1<(len\d+);/gm,
    replacement: `for(let $1=$2, most=vErrors.length+${mostErrors}; $1<$3 && vErrors.length<most;`,
  },
  {
    written: /^for\(const (key\d+) in .*\)\{$/gm,
    replacement: `var $1most = vErrors.length+${mostErrors};\n$&\nif(vErrors.length>=$1most) break;`,
  },
];

/** What is left of Ajv's own books where a function holds something that the table above does not know. */
const leftovers = /(?<![.\w$])errors\b|\bschemaPath:|\bvErrors (?:=|===|!==) (?!\[\];)|\bvErrors\.concat\b/;

/** What no validator may hold: nothing is imported, and nothing is made at run time. */
const foreign = /(?<![.\w$])(?:parentData|rootData|require|import|eval|Function|schema\d+|dynamicAnchors)\b/;

/** The first of what is looked for in the code, its texts aside. */
const findIn = (code: string, wanted: RegExp): string | undefined =>
  wanted.exec(code.replaceAll(new RegExp(quoted, 'g'), '""'))?.[0];

/** Whatever the table does not know stays as Ajv wrote it; only what it tells of errors is the same everywhere. */
const shorten = (written: string): string => {
  const short = apply(written, shortenings);
  return findIn(short, leftovers) ? written.replace(/^(validate\d+\.errors = )vErrors;$/m, '$1plain(vErrors);') : short;
};

/** The texts that are more than names and pointers, each with what stands in its place: no text is taken for code. */
const hideTexts = (code: string) => {
  const texts: string[] = [];
  const hidden = code.replace(new RegExp(quoted, 'g'), (text) =>
    /^"[\w/#~%-]*"$/.test(text) ? text : `"$${texts.push(text) - 1}"`,
  );
  return { hidden, restore: (shown: string) => shown.replace(/"\$(\d+)"/g, (_, index) => texts[index] as string) };
};

/** Ajv's standalone code without what no caller needs: a third of its size, as fast, and nothing to import. */
export const compactValidators = (standaloneCode: string): string => {
  const { rest, named, constants } = collectConstants(standaloneCode.replace(/^"use strict";\n/, ''));
  const { hidden, restore } = hideTexts(rest);
  const functions = /^function validate\d+\(data, instancePath = ""\)\{\n[\s\S]*?^return errors === 0;\n\}$/gm;
  const short = named(apply(hidden, calls).replace(functions, shorten), restore);
  const found = findIn(short, foreign);
  if (found) throw new Error(`Ajv writes ${found} where compact-validators.ts does not expect it.`);
  return `${runtime}${constants()}${restore(short)}`;
};
