import { camelCase, type LoadedContract } from '@amend/compiler/read';
import { answerRows, bodyRows, commonRows, type Rows } from './mapping-rows.ts';
import type { Action, UserContract } from './user-contract.ts';

/** A mapping and how each row of it came about. */
export interface MappingFile {
  readonly text: string;
  /** By property, in the contract's order. */
  readonly rows: Rows;
}

export const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const isWord = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);

const key = (name: string): string => (isWord(name) ? name : `'${name}'`);

/** An object of rows; those that all have stand elsewhere. */
const table = (rows: Rows, common: Rows): string => {
  const own = [...rows].filter(([name]) => !common.has(name));
  if (own.length === 0 && common.size > 0) return 'common';
  const lines = own.map(([name, { code }]) => (name === code ? name : `${key(name)}: ${code}`));
  return `{\n${[...(common.size > 0 ? ['...common'] : []), ...lines].map((line) => `${line},`).join('\n')}\n}`;
};

/** The record in an answer, as an expression of `response`. */
const recordIn = (way: Action['way']): string => {
  if (way === undefined) return '() => undefined';
  if (way.length === 0) return '(response) => response';
  const type = way.reduceRight(
    (inner, step) => (step === '*' ? `readonly (${inner})[]` : `{ ${key(step)}?: ${inner} }`),
    'unknown',
  );
  const steps = way.map((step) => (step === '*' ? '?.[0]' : isWord(step) ? `?.${step}` : `?.['${step}']`)).join('');
  return `(response) => (response as ${type} | null)${steps}`;
};

const importLine = (names: Iterable<string>, from: string): string =>
  `import { ${[...names].join(', ')} } from '${from}';`;

const helpers = new Set(['field', 'id', 'lastDigits', 'native', 'status', 'unsent']);

/** The mapping file of a provider; Biome lays it out. */
export const mappingFile = (contract: LoadedContract, user: UserContract): MappingFile => {
  const { provider, version } = contract;
  const { actions, status } = user;
  const from = (part: string): string => `@amend/${provider}/${version}/${part}`;
  const typeOf = ({ verb }: Action): string => capitalise(provider) + capitalise(verb);
  const validatorOf = ({ body }: Action): string => camelCase(`validate-${body}`);
  const rulesOf = ({ body, isUpdate }: Action): string => (isUpdate ? camelCase(body) : 'undefined');
  const bodies = actions.map((action) => ({ action, rows: bodyRows(contract, action) }));
  const answer = answerRows(contract, user);
  const common = commonRows([...bodies.map(({ rows }) => rows), answer]);
  const rows: Rows = new Map([...answer, ...bodies.flatMap((body) => [...body.rows])]);

  const code = [...bodies.flatMap((body) => [...body.rows.values()]), ...answer.values()];
  const used = new Set(code.map((row) => row.code.replace(/\(.*/, '')).filter((name) => helpers.has(name)));
  const codecs = new Set(code.flatMap(({ codec = [] }) => codec));
  const rules = new Set(actions.filter(({ isUpdate }) => isUpdate).map(rulesOf));
  const way = actions.find(({ isUpdate }) => isUpdate)?.way;

  const typed = bodies.map(({ action, rows: ofBody }) => ({
    type: `export type ${typeOf(action)} = Writable<Schemas['${action.body}']>;`,
    rows: `const ${action.verb}Rows = rowsFor<${typeOf(action)}>()(${table(ofBody, common)});`,
    member: `${action.verb}: Action<${action.isUpdate ? `typeof ${rulesOf(action)}` : 'undefined'}, ${typeOf(action)}, typeof ${action.verb}Rows>;`,
    value: `${action.verb}: {
      provider: '${provider}',
      operation: '${action.operation}',
      path: operations.${action.operation}.path,
      rules: ${rulesOf(action)},
      rows: ${action.verb}Rows,
      validate: ${validatorOf(action)},
      reader${String(action.way) === String(way) ? '' : `: { ...reader, recordIn: ${recordIn(action.way)} }`},
    },`,
  }));

  const text = [
    [
      importLine(['operations'], from('operations')),
      importLine([...rules, ...(status ? ['verification'] : [])], from('rules')),
      `import type { components, Writable } from '${from('types')}';`,
      importLine(new Set(actions.map(validatorOf)), from('validators')),
      "import type { Action, Reader, Users } from '../action.ts';",
      ...(codecs.size > 0 ? [importLine([...codecs].toSorted(), '../codecs.ts')] : []),
      importLine([...used, 'readRowsFor', 'rowsFor'].toSorted(), '../rows.ts'),
    ],
    ["type Schemas = components['schemas'];", ...typed.map(({ type }) => type)],
    ...(common.size > 0 ? [[`const common = ${table(common, new Map())} as const;`]] : []),
    ...typed.map((body) => [body.rows]),
    [
      'const reader: Reader = {',
      "kind: 'individual',",
      `verification${status ? '' : ': undefined'},`,
      `recordIn: ${recordIn(way)},`,
      `rows: readRowsFor<Schemas['User']>()(${table(answer, common)}),`,
      '};',
    ],
    [
      `/** A user at ${capitalise(provider)}. */`,
      `export const ${provider}User: {`,
      ...typed.map(({ member }) => member),
      '} = {',
      ...typed.map(({ value }) => value),
      '};',
    ],
    [`export const users = { individual: ${provider}User } as const satisfies Users;`],
  ];
  return { text: `${text.map((lines) => lines.join('\n')).join('\n\n')}\n`, rows };
};
