import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { unknownName } from 'amend/providers';
import { UsageError } from './usage-error.ts';

type Flags = ParseArgsOptionsConfig;

type Parsed<Options extends Flags> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>
>;

/**
 * Reads a command's arguments. `parseArgs` itself repeats what it does not understand, which may be private.
 *
 * @throws {UsageError} on an unknown flag, and where a value is missing or too many.
 */
export const readFlags = <const Options extends Flags>(
  args: readonly string[],
  options: Options,
): Pick<Parsed<Options>, 'values' | 'positionals'> => {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, value, inlineValue, rawName } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) {
      const names = Object.keys(options).map((known) => `--${known}`);
      throw new UsageError(unknownName('flag', rawName, names));
    }
    if (option.type === 'boolean' && value !== undefined) throw new UsageError(`--${name} takes no value.`);
    // What follows a flag is taken for its value, another flag too; only `-` is one.
    const isFlag = !inlineValue && value?.startsWith('-') && value !== '-';
    if (option.type === 'string' && (value === undefined || value === '' || isFlag))
      throw new UsageError(`--${name} needs a value.`);
    if (!option.multiple && seen.has(name)) throw new UsageError(`--${name} may be given once only.`);
    seen.add(name);
  }
  return { values, positionals } as Pick<Parsed<Options>, 'values' | 'positionals'>;
};
