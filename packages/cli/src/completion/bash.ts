import type { DescribedCommand } from './described.ts';

const quote = (words: readonly string[]): string => `'${words.join(' ')}'`;

/** A branch for what follows a flag: words, or nothing, whereupon bash completes files. */
const branches = ({ name, flags }: DescribedCommand): string[] =>
  flags
    .filter(({ value }) => value !== undefined)
    .map(
      ({ name: flag, values }) =>
        `    '${name} --${flag}') words=${typeof values === 'object' ? quote(values) : "''"} ;;`,
    );

const words = ({ flags, values }: DescribedCommand): string =>
  quote([...flags.map(({ name }) => `--${name}`), ...(typeof values === 'object' ? values : [])]);

/** The completion of bash 3.2 and newer. */
export const bashScript = (
  commands: readonly DescribedCommand[],
): string => `# bash completion of amend: source <(amend completion bash)
_amend() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quote(commands.map(({ name }) => name))} -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${commands.flatMap(branches).join('\n')}
    *)
      case "\${COMP_WORDS[1]}" in
${commands.map((command) => `        ${command.name}) words=${words(command)} ;;`).join('\n')}
      esac
      ;;
  esac
  [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$current"))
  return 0
}
complete -o default -F _amend amend`;
