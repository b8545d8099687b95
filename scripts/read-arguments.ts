import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { UsageError } from './usage-error.ts';

interface Option {
  readonly type: 'boolean' | 'string';
  readonly default?: string;
  /** All that it may be. */
  readonly oneOf?: readonly string[];
  /** It may be given again and again. */
  readonly multiple?: true;
}

type Options = Readonly<Record<string, Option>>;

type ValueOf<Given extends Option> = Given extends { type: 'boolean' }
  ? boolean
  : Given extends { multiple: true }
    ? string[]
    :
        | (Given extends { oneOf: readonly (infer Word)[] } ? Word : string)
        | (Given extends { default: string } ? never : undefined);

type Values<Given extends Options> = { [Name in keyof Given]: ValueOf<Given[Name]> };

/** What a program takes, beside `--help`. */
interface Accepted<Given extends Options> {
  readonly usage: string;
  readonly options?: Given;
  /** What is given without dashes, and all that it may be: to name none names all. */
  readonly names?: { readonly what: string; readonly among: readonly string[] };
}

const nearest = (word: string, words: readonly string[]) => `did you mean ${closest(word, [...words])}?`;

/**
 * Reads what a program was given; `--help` prints the usage and ends it.
 *
 * @throws {UsageError} on anything that it does not take.
 */
export const readArguments = <const Given extends Options = Record<never, Option>>(
  { usage, options, names }: Accepted<Given>,
  given: readonly string[] = process.argv.slice(2),
): Values<Given> & { names: string[] } => {
  const known: Record<string, Option> = { ...options, help: { type: 'boolean' } };
  // pnpm hands on the `--` that npm takes for itself.
  const config = { args: given.filter((arg) => arg !== '--'), options: known, allowPositionals: true } as const;
  for (const token of parseArgs({ ...config, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option') continue;
    const isFlag = Object.hasOwn(known, token.name) && known[token.name]?.type === 'boolean';
    if (Object.hasOwn(known, token.name) && !(isFlag && token.value !== undefined)) continue;
    const wrong = isFlag ? `${token.rawName}=${token.value}` : token.rawName;
    throw new UsageError(
      `There is no option ${wrong}; ${nearest(token.name, Object.keys(known)).replace('mean ', 'mean --')}`,
    );
  }
  const parsed = (() => {
    try {
      return parseArgs(config);
    } catch (error) {
      throw new UsageError(`${(error as Error).message.split(/[.\n]/)[0]}; see --help.`);
    }
  })();
  if (parsed.values.help) {
    console.log(usage);
    process.exit(0);
  }
  const values = Object.entries<Option>({ ...options }).map(([name, { type, oneOf, multiple }]) => {
    const value = parsed.values[name];
    if (multiple) return [name, value ?? []];
    if (oneOf && value !== undefined && !oneOf.includes(String(value)))
      throw new UsageError(`--${name} must be one of ${oneOf.join(', ')}; ${nearest(String(value), oneOf)}`);
    return [name, type === 'boolean' ? value === true : value];
  });
  const { what, among } = { what: '', ...names };
  for (const name of parsed.positionals)
    if (among && !among.includes(name))
      throw new UsageError(`There is no ${what} ${name}; ${nearest(name, among)} (${among.join(', ')})`);
  const meant = parsed.positionals.length === 0 && among ? among : parsed.positionals;
  return { ...(Object.fromEntries(values) as Values<Given>), names: [...new Set(meant)] };
};
